"""What can be written at a place: the fields of an object, and the values of a field."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from function.base.manifest import Json
from function.editor.context import Context
from function.editor.describe import described
from function.editor.fields import fields_at, narrowed
from function.editor.subject import Subject, Subjects
from function.publish.explain.field import Field, property_of
from function.publish.pages.types import type_of
from function.publish.schema.tree import List, Map, Object, Scalar, Union
from function.yaml.dump import dump

_STATUS = "status"
"""The field at the top of a document that nobody writes."""

_REQUIRED = ", required"


class Completion(NamedTuple):
    """A text that may be written; `detail` says in a few words what it is, and `about` says more in Markdown."""

    label: str
    kind: Literal["field", "value", "name"]
    text: str
    detail: str
    about: str = ""


def completions(context: Context, subjects: Subjects) -> list[Completion]:
    """Return the fields and values that the schema has at a place; those that are required come first."""
    subject = subjects.find(context.outline, context.steps)
    if subject is None:
        return []
    # the type that is written must not hide the others
    outline = context.outline.without(context.steps)
    fields = fields_at(subject.tree, outline, subject.start, context.steps[len(subject.start) :])
    values = [value for field in fields for value in _values(field)]
    keys = [] if context.is_value else _keys(fields, context, subject)
    return [*{completion.label: completion for completion in (*keys, *values)}.values()]


def _keys(fields: Sequence[Field], context: Context, subject: Subject) -> list[Completion]:
    written = {*context.outline.keys.get(context.steps, ())} - {context.typed}
    objects = [
        (field, field.schema)
        for field in narrowed(fields, context.outline, context.steps)
        if isinstance(field.schema, Object)
    ]
    found: dict[str, list[Field]] = {}
    for field, schema in objects:
        for name in schema.properties:
            found.setdefault(name, []).append(property_of(field, schema, name))
    hidden = written if context.steps != subject.start else written | {_STATUS}
    keys = [
        _key(name, below, context, required=len(below) == len(objects) and all(field.required for field in below))
        for name, below in found.items()
        if name not in hidden
    ]
    return sorted(keys, key=lambda key: not key.detail.endswith(_REQUIRED))


def _key(name: str, fields: Sequence[Field], context: Context, *, required: bool) -> Completion:
    detail = type_of(fields[0].schema) + (_REQUIRED if required else "")
    return Completion(name, "field", name + _after(fields[0], context), detail, described(name, fields))


def _after(field: Field, context: Context) -> str:
    """Return what follows a new key: the place for its value. A key that is there keeps what follows it."""
    if context.has_colon:
        return ""
    indent = "\n" + " " * (context.start + 1)
    if isinstance(field.schema, List):
        return f":{indent}- "
    return f":{indent}" if isinstance(field.schema, Object | Map | Union) else ": "


def _values(field: Field) -> Iterator[Completion]:
    schema = field.schema
    if not isinstance(schema, Scalar):
        return
    about = described(field.path.rpartition(".")[2].rstrip("[]"), [field])
    for value in (True, False) if schema.type == "boolean" else schema.enum:
        detail = "default" if value == field.default and value is not None else ""
        yield Completion(_written(value), "value", _written(value), detail, about)


def _written(value: Json) -> str:
    return dump([{"": value}]).partition(": ")[2].rstrip("\n")
