"""The inputs of a render: what a document sets, and the fields that it could set."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from function.base.manifest import OBJECTS, SCALARS, Json
from function.publish.schema.tree import AnyObject, List, Map, Object, Scalar, Schema, Union

Steps: TypeAlias = tuple[str | int, ...]


class Input(NamedTuple):
    """A single value that a document sets, or the default of a field that it does not set.

    `around` is a default that must be written out before a part of it can change: its steps and the default.
    """

    steps: Steps
    value: Json
    written: bool = True
    schema: Scalar | None = None
    around: tuple[Steps, Json] | None = None


def inputs(value: Json, schema: Schema | None, steps: Steps) -> Iterator[Input]:
    """Yield the inputs in a part of a document; without a schema, only what is written."""
    yield from _inputs(value, schema, Input(steps, None))


def _inputs(value: Json, schema: Schema | None, here: Input) -> Iterator[Input]:
    if isinstance(schema, Union):
        tag = value.get(schema.tag) if isinstance(value, OBJECTS) else None
        schema = schema.variants.get(tag) if isinstance(tag, str) else None
    if value is None:
        return
    if isinstance(value, SCALARS):
        yield here._replace(value=value, schema=schema if isinstance(schema, Scalar) else None)
    elif isinstance(schema, Object) and isinstance(value, OBJECTS):
        yield from _of_object(value, schema, here)
    elif isinstance(value, OBJECTS):
        below = schema.value if isinstance(schema, Map) else None
        for key, item in value.items():
            yield from _inputs(item, below, here._replace(steps=(*here.steps, key)))
    else:
        below = schema.item if isinstance(schema, List) else None
        for position, item in enumerate(value):
            yield from _inputs(item, below, here._replace(steps=(*here.steps, position)))


def _of_object(value: Mapping[str, Json], schema: Object, here: Input) -> Iterator[Input]:
    for key, item in value.items():
        field = schema.properties.get(key)
        yield from _inputs(item, field.schema if field else None, here._replace(steps=(*here.steps, key)))
    for name, field in schema.properties.items():
        if value.get(name) is not None:
            continue
        below, steps = field.schema, (*here.steps, name)
        unset = here._replace(steps=steps, written=False)
        if isinstance(below, Scalar):
            yield unset._replace(value=field.default, schema=below)
        elif isinstance(below, Object):
            if not any(part.required for part in below.properties.values()):
                yield from _of_object({}, below, unset)
        elif field.default is not None and not isinstance(below, AnyObject):
            yield from _inputs(field.default, below, unset._replace(around=(steps, field.default)))
