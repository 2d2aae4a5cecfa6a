"""Describes fields for a terminal, as `kubectl explain` does."""

import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence

from function.base.manifest import Json
from function.publish.explain.field import Field
from function.publish.explain.root import Root
from function.publish.pages.types import allowed, type_of
from function.publish.schema.tree import List, Map, Object, Property, Scalar, Schema, Union
from function.publish.sentence import first_sentence

_WIDTH = 100


def page(root: Root, fields: Sequence[Field], *, recursive: bool) -> str:
    """Return the text about a field. Variants of a union that describe it in the same way share one text."""
    texts: dict[tuple[str, str], list[str]] = {}
    for field in fields:
        texts.setdefault((_head(field), _text(field, recursive=recursive)), []).append(field.choice)
    head = f"KIND:     {root.kind}\nVERSION:  {root.version}\n"
    sections = (
        f"{name}{_with(choices)}\n\n{text}" if fields[0].path else f"\n{text}"
        for (name, text), choices in texts.items()
    )
    return head + "\n".join(sections)


def _head(field: Field) -> str:
    return f"FIELD:    {field.path} <{type_of(field.schema)}>"


def _with(choices: Sequence[str]) -> str:
    named = [choice for choice in choices if choice]
    return f"\nWITH:     {', '.join(named)}" if named else ""


def _text(field: Field, *, recursive: bool) -> str:
    parts = {name: _wrapped(text) if name == "DESCRIPTION" else text for name, text in parts_of(field).items()}
    parts["FIELDS"] = "\n".join(_listed(field.schema, recursive=recursive, top=not field.path))
    return "\n".join(f"{name}:\n{textwrap.indent(text, '    ')}\n" for name, text in parts.items() if text)


def parts_of(field: Field) -> dict[str, str]:
    """Return what there is to say about a field alone, each part under its heading; a part may be empty."""
    return {
        "DESCRIPTION": field.description or _own(field.schema),
        "REQUIRED": "yes" if field.required and field.path else "",
        "DEFAULT": "" if field.default is None or field.required else _value(field.default),
        "ALLOWED": "\n".join(bound.replace("`", "") for bound in allowed(field.schema)),
        "EXAMPLE": _example(field.schema),
        "RULES": "\n".join(f"- {line}" for line in _rules(field)),
    }


def _own(schema: Schema) -> str:
    return schema.description if isinstance(schema, Object) else ""


def _wrapped(text: str) -> str:
    return textwrap.fill(text, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _value(value: Json) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _example(schema: Schema) -> str:
    return _value(schema.examples[0]) if isinstance(schema, Scalar) and schema.examples and not schema.enum else ""


def _rules(field: Field) -> list[str]:
    below = field.schema.rules if isinstance(field.schema, Object) else ()
    named = (f"{rule.field}: {rule.stated}" if rule.field else rule.stated for rule in below)
    return list(dict.fromkeys((*(rule.stated for rule, _ in field.rules), *named)))


def _listed(schema: Schema, *, recursive: bool, top: bool) -> Iterator[str]:
    """Yield a line for each field below, with the first sentence of its description."""
    if isinstance(schema, Object):
        yield from _properties(schema.properties, recursive=recursive, top=top)
    elif isinstance(schema, List):
        yield from _listed(schema.item, recursive=recursive, top=False)
    elif isinstance(schema, Map):
        yield from _listed(schema.value, recursive=recursive, top=False)
    elif isinstance(schema, Union):
        for tag, variant in schema.variants.items():
            yield f"{tag}  <{schema.tag}: {tag}>  {first_sentence(variant.description)}".rstrip()
            if recursive:
                yield from _indented(_listed(variant, recursive=True, top=False))


def _properties(properties: Mapping[str, Property], *, recursive: bool, top: bool) -> Iterator[str]:
    for name, field in properties.items():
        required = " -required-" if field.required else ""
        sentence = first_sentence(field.description or _own(field.schema))
        yield f"{name}  <{type_of(field.schema)}>{required}  {sentence}".rstrip()
        if recursive or (top and name == "spec"):
            yield from _indented(_listed(field.schema, recursive=recursive, top=False))


def _indented(lines: Iterator[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)
