"""Documents with one value changed."""

from collections.abc import Iterator, Mapping

from function.base.manifest import Json, Manifest
from function.base.placed import with_value, without_value
from function.origins.inputs import Input
from function.origins.others import others


def changed(document: Mapping[str, Json], found: Input) -> Iterator[Manifest]:
    """Yield documents in which only the input differs, at last the one without it if it was written."""
    base = document if found.around is None else with_value(document, *found.around)
    for value in others(found):
        yield with_value(base, found.steps, value)
    if found.written:
        yield without_value(base, found.steps)
