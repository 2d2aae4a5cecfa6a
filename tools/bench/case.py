"""What is measured: a function, a shape of requests, callers, and whether the connection has TLS."""

from dataclasses import dataclass

from tools.bench.servers import EMPTY, OURS, PEER, PYTHON


@dataclass(frozen=True, order=True)
class Case:
    """One of the things that a round measures once."""

    shape: str
    function: str
    callers: int = 1
    tls: bool = False

    @property
    def source(self) -> str:
        """Return the function whose state the requests show: an empty one observes what ours asked for."""
        return PEER if self.function == PEER else OURS


_COMPARED = (PEER, EMPTY, OURS)

CASES = (
    *(Case("services", name, callers, tls) for tls in (False, True) for callers in (1, 16) for name in _COMPARED),
    *(Case(shape, name) for shape in ("distinct", "observed", "large", "fresh") for name in _COMPARED),
    *(Case("binding", name) for name in (EMPTY, OURS)),
    *(Case(shape, name) for shape in ("foreign-100", "foreign-500") for name in (PYTHON, OURS)),
)
