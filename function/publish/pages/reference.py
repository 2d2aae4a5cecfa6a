"""The reference of a model in Markdown: every field, its values, and the rules between fields."""

import json
from collections.abc import Iterator, Mapping, Sequence

from function.base.manifest import Json
from function.publish.pages.types import allowed, type_of
from function.publish.schema.tree import List, Map, Object, Property, Schema, Union


def fields(schema: Object, path: str) -> str:
    """Return sections for the object at `path`, which users write, and for the objects in it, in field order."""
    return "\n\n".join(
        _section(heading, found, table(("Field", "Type", "Default", "Description"), _rows(found.properties)))
        for heading, found in _objects(schema, path)
    )


def output(schema: Object, path: str) -> str:
    """Return the same for an object that the function writes: it has no required fields and no defaults."""
    return "\n\n".join(
        _section(heading, found, table(("Field", "Type", "Description"), _without_default(_rows(found.properties))))
        for heading, found in _objects(schema, path)
    )


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [header, ["---"] * len(header), *([text.replace("|", "\\|") for text in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _objects(schema: Schema, path: str, note: str = "") -> Iterator[tuple[str, Object]]:
    """Yield each object with its heading; `note` names the variant of a union that contains it."""
    if isinstance(schema, Object):
        yield f"`{path}`{note}", schema
        for name, field in schema.properties.items():
            yield from _objects(field.schema, f"{path}.{name}", note)
    elif isinstance(schema, List):
        yield from _objects(schema.item, f"{path}[]", note)
    elif isinstance(schema, Map):
        yield from _objects(schema.value, f"{path}.*", note)
    elif isinstance(schema, Union):
        for kind, variant in schema.variants.items():
            yield from _objects(variant, path, f" with `{schema.tag}: {kind}`")


def _section(heading: str, schema: Object, rows: str) -> str:
    parts = (f"### {heading}", schema.description, rows if schema.properties else "", _rules(schema))
    return "\n\n".join(part for part in parts if part)


def _rows(properties: Mapping[str, Property]) -> list[tuple[str, ...]]:
    return [
        (f"`{name}`", type_of(field.schema), _default(field), _description(field)) for name, field in properties.items()
    ]


def _without_default(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [(name, kind, description) for name, kind, _, description in rows]


def _default(field: Property) -> str:
    if field.required:
        return "**required**"
    return "" if field.default is None else f"`{_value(field.default)}`"


def _value(value: Json) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _description(field: Property) -> str:
    bounds = "; ".join(allowed(field.schema))
    return " ".join(part for part in (field.description, f"*{bounds}*" if bounds else "") if part)


def _rules(schema: Object) -> str:
    lines = [f"- `{rule.field}`: {rule.stated}" if rule.field else f"- {rule.stated}" for rule in schema.rules]
    return "\n".join(("Rules:", "", *dict.fromkeys(lines))) if lines else ""
