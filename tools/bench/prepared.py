"""The requests of every shape as files, made with the functions themselves."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from function.base.manifest import Manifest
from tools.bench import same
from tools.bench.answer import read
from tools.bench.case import Case
from tools.bench.load import write
from tools.bench.servers import OURS, PEER, Server, calling
from tools.bench.settled import Call
from tools.bench.shapes import SHAPES, Shape, platform_config, requests, resources

_CHECKED = 20
"""Composites of a shape whose Objects are compared with the peer's."""


@dataclass(frozen=True)
class Requests:
    """The requests of one shape from one function."""

    file: Path
    first: bytes
    size: int
    """Bytes of the average request."""


def prepare(
    cases: Iterable[Case], functions: Mapping[str, Server], folder: Path, say: Callable[[str], None]
) -> dict[tuple[str, str], Requests]:
    """Return the requests by shape and function; raises UnusableError where the functions compose something else."""
    found = {}
    with calling(functions[OURS]) as ours, calling(functions[PEER]) as peer:
        calls = {OURS: ours, PEER: peer}
        for shape, source in sorted({(case.shape, case.source) for case in cases}):
            say(f"requests: {shape}, as {source} sees them")
            made = list(requests(SHAPES[shape], _settings(SHAPES[shape], source), calls[source]))
            found[shape, source] = _written(folder / f"{shape}-{source}.requests", made)
            if source == PEER:
                _check(SHAPES[shape], ours, peer)
    return found


def _settings(shape: Shape, source: str) -> Manifest:
    return resources(shape) if source == PEER else platform_config()


def _written(file: Path, made: Sequence[bytes]) -> Requests:
    write(file, made)
    return Requests(file, made[0], sum(map(len, made)) // len(made))


def _check(shape: Shape, ours: Call, peer: Call) -> None:
    compared = replace(shape, composites=min(shape.composites, _CHECKED), foreign=0, orders=1)
    for number, (request, other) in enumerate(
        zip(
            requests(compared, platform_config(), ours),
            requests(compared, resources(compared), peer),
            strict=True,
        )
    ):
        same.check(f"{shape.title}, composite {number}", read(ours(request)), read(peer(other)))
