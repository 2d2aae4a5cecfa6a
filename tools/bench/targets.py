"""The targets, and whether a run meets them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from tools.bench import results
from tools.bench.case import Case
from tools.bench.results import Results
from tools.bench.servers import EMPTY, OURS, PEER, PYTHON
from tools.bench.spread import Spread, spread

_CALLS = 100_000
"""Calls over which memory must be flat; fewer show nothing."""


@dataclass(frozen=True)
class Target:
    """A figure with its bounds; `value` returns None if the run did not measure it."""

    title: str
    must: float
    aim: float
    value: Callable[[Results], Spread | None]
    at_least: bool = False

    def verdict(self, found: Results) -> str:
        """Return what the table says of a run."""
        value = self.value(found)
        if value is None:
            return "not measured"
        if self._keeps(value.median, self.aim):
            return "aim met"
        return "met" if self._keeps(value.median, self.must) else "**not met**"

    def _keeps(self, value: float, bound: float) -> bool:
        return value >= bound if self.at_least else value <= bound


def _cpu(shape: str, other: str, found: Results) -> Spread:
    return found.ratio(Case(shape, OURS), Case(shape, other), results.cpu)


def _rate(found: Results) -> Spread:
    return found.ratio(Case("services", OURS, 16), Case("services", PEER, 16), results.rate)


def _p99(found: Results) -> Spread:
    return found.ratio(Case("services", OURS), Case("services", PEER), results.p99)


def _growth(found: Results) -> Spread:
    return found.ratio(Case("observed", OURS), Case("services", OURS), results.cpu)


def _foreign(found: Results) -> Spread:
    """Return what a byte of foreign state costs, as a multiple of what it costs the empty handler."""
    ours, empty = (list(_slopes(found, name)) for name in (OURS, PYTHON))
    return spread([slope / other for slope, other in zip(ours, empty, strict=True)])


def _slopes(found: Results, name: str) -> Iterator[float]:
    """Yield for each round what 400 more resources cost."""
    few, many = (found.costs[Case(shape, name)] for shape in ("foreign-100", "foreign-500"))
    for less, more in zip(few, many, strict=True):
        yield results.cpu(more) - results.cpu(less)


def _resident(found: Results) -> Spread:
    return spread([found.memory[OURS].loaded[-1]])


def _flat(found: Results) -> Spread | None:
    memory = found.memory[OURS]
    return spread([memory.growth]) if memory.calls >= _CALLS else None


def _start(found: Results) -> Spread:
    return spread([start.seconds for start in found.starts[OURS]])


def _command(name: str, found: Results) -> Spread:
    return found.commands[name]


TARGETS = (
    *(
        Target(f"CPU to patch-and-transform, {title}", must, aim, partial(_cpu, shape, PEER))
        for shape, title, must, aim in (
            ("services", "100 services", 0.15, 0.11),
            ("observed", "40 observed resources", 0.10, 0.07),
            ("large", "30 variables and 10 Secrets", 0.07, 0.05),
            ("fresh", "nothing observed", 0.18, 0.15),
        )
    ),
    *(
        Target(f"CPU to the empty Go function, {title}", must, aim, partial(_cpu, shape, EMPTY))
        for shape, title, must, aim in (
            ("services", "100 services", 0.9, 0.6),
            ("observed", "40 observed resources", 0.25, 0.15),
            ("large", "30 variables and 10 Secrets", 0.9, 0.65),
        )
    ),
    Target("calls per second to patch-and-transform, 16 callers", 4, 6, _rate, at_least=True),
    Target("p99 to patch-and-transform, 1 caller", 0.3, 0.2, _p99),
    Target("CPU of 40 observed resources to that of 4", 1.5, 1.5, _growth),
    Target("CPU per byte of foreign state to the empty Python handler", 1.25, 1.25, _foreign),
    Target("memory after load, MB", 72, 64, _resident),
    Target(f"growth of memory over {_CALLS:,} calls, MB", 2, 1, _flat),
    Target("start to first answer, s", 0.5, 0.35, _start),
    Target("platformctl, one claim, s", 0.35, 0.35, partial(_command, "platformctl render, one claim")),
    Target("platformctl validate, 1,000 claims, s", 0.8, 0.8, partial(_command, "platformctl validate, 1,000 claims")),
    Target(
        "platformctl validate --cross-document, 1,000 claims, s",
        2,
        2,
        partial(_command, "platformctl validate --cross-document, 1,000 claims"),
    ),
    Target("platformctl --help, s", 0.12, 0.12, partial(_command, "platformctl --help")),
)
"""Ratios are of the same run; a target of 40 observed resources has 36 of other steps of the pipeline."""
