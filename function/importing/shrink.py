"""Leaves out of a spec what changes nothing, because it is the default of the API or the platform."""

from collections.abc import Callable, Iterator, Mapping

from function.base.manifest import Json, Manifest
from function.base.placed import value_at, without_value

Result = Callable[[Manifest], object]
"""What a spec comes to: two specs with equal results mean the same. None if the spec is not valid."""


def shrunk(spec: Manifest, result: Result) -> Manifest:
    """Return the spec without each field that changes nothing, whole objects first; `resources` before `size`."""
    wanted = result(spec)
    if wanted is None:
        return spec
    for path in sorted(_paths(spec, ()), key=lambda path: path[0] == "size"):
        if value_at(spec, path) is not None:
            smaller = without_value(spec, path)
            spec = smaller if result(smaller) == wanted else spec
    return spec


def _paths(value: Json, above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if isinstance(value, Mapping):
        for key, below in value.items():
            yield (*above, key)
            yield from _paths(below, (*above, key))
