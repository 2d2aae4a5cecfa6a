"""Whether function-patch-and-transform composes the same Objects as this project: otherwise, they are not compared."""

from collections.abc import Iterable, Mapping

from function.base.manifest import Manifest
from tools.bench.answer import Answer, UnusableError


def check(name: str, ours: Answer, theirs: Answer) -> None:
    """Raise UnusableError unless both answers have the same resources, of which the same are ready."""
    if ours.ready != theirs.ready:
        raise UnusableError(f"{name}: ready are {sorted(ours.ready)}, and of the peer {sorted(theirs.ready)}")
    if ours.resources.keys() != theirs.resources.keys():
        raise UnusableError(
            f"{name}: {sorted(ours.resources)} are composed, and by the peer {sorted(theirs.resources)}"
        )
    for key, resource in ours.resources.items():
        different = list(_different(_compared(resource), _compared(theirs.resources[key])))
        if different:
            raise UnusableError(f"{name}: {key} differs from the peer's at {', '.join(different)}")


def _compared(resource: Manifest) -> Manifest:
    """Return a resource without its metadata, in which each function marks its own."""
    return {part: content for part, content in resource.items() if part != "metadata"}


def _different(ours: object, theirs: object, path: str = "") -> Iterable[str]:
    if isinstance(ours, Mapping) and isinstance(theirs, Mapping):
        for key in sorted({*ours, *theirs}):
            yield from _different(ours.get(key), theirs.get(key), f"{path}.{key}")
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for index, (item, other) in enumerate(zip(ours, theirs, strict=True)):
            yield from _different(item, other, f"{path}[{index}]")
    elif ours != theirs:
        yield path
