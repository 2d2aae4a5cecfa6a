"""Documents with one value changed."""

from collections.abc import Iterator, Mapping

from function.base.manifest import OBJECTS, Json, Manifest
from function.origins.inputs import Input, Steps
from function.origins.others import others


def changed(document: Mapping[str, Json], found: Input) -> Iterator[Manifest]:
    """Yield documents in which only the input differs, at last the one without it if it was written."""
    base: Json = document
    if found.around is not None:
        base = _with(base, *found.around)
    for value in others(found):
        yield _object(_with(base, found.steps, value))
    if found.written:
        yield _object(_without(base, found.steps))


def _object(value: Json) -> Manifest:
    return dict(value) if isinstance(value, OBJECTS) else {}


def _with(value: Json, steps: Steps, new: Json) -> Json:
    """Return the value with another one at the steps; objects on the way are created."""
    if not steps:
        return new
    step, rest = steps[0], steps[1:]
    if isinstance(step, int):
        items = list(value) if isinstance(value, list | tuple) else []
        items[step] = _with(items[step], rest, new)
        return items
    fields = value if isinstance(value, OBJECTS) else {}
    return {**fields, step: _with(fields.get(step), rest, new)}


def _without(value: Json, steps: Steps) -> Json:
    step, rest = steps[0], steps[1:]
    if isinstance(step, int):
        items = list(value) if isinstance(value, list | tuple) else []
        return [*items[:step], *([_without(items[step], rest)] if rest else []), *items[step + 1 :]]
    fields = dict(value) if isinstance(value, OBJECTS) else {}
    if rest:
        return {**fields, step: _without(fields[step], rest)}
    return {key: item for key, item in fields.items() if key != step}
