"""Describes fields in Markdown, with what `platformctl explain` says about them."""

from collections.abc import Sequence

from function.publish.explain.field import Field
from function.publish.explain.page import parts_of
from function.publish.pages.types import type_of

_LITERAL = ("DEFAULT", "EXAMPLE")


def described(name: str, fields: Sequence[Field]) -> str:
    """Return the text about a field; variants of an object that describe it alike share one text."""
    texts: dict[str, list[str]] = {}
    for field in fields:
        texts.setdefault(_text(name, field), []).append(field.choice)
    several = len(texts) > 1
    return "\n\n---\n\n".join(
        f"{text}\n\nWith {', '.join(f'`{choice}`' for choice in choices)}" if several and any(choices) else text
        for text, choices in texts.items()
    )


def _text(name: str, field: Field) -> str:
    parts = parts_of(field)
    required = ", required" if parts.pop("REQUIRED") else ""
    head = f"**{name}** `{type_of(field.schema)}`{required}"
    return "\n\n".join([head, *(_part(heading, text) for heading, text in parts.items() if text)])


def _part(heading: str, text: str) -> str:
    if heading == "DESCRIPTION":
        return text
    if heading == "RULES":
        return f"Rules:\n\n{text}"
    title = heading.capitalize()
    if heading in _LITERAL and not {"`", "\n"} & {*text}:
        return f"{title}: `{text}`"
    return f"{title}: {', '.join(text.splitlines())}"
