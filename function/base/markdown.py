"""Markdown into which any text can be put: nothing in it becomes markup, HTML, a link, or another line."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NewType

from function.base.printable import printable

Markdown = NewType("Markdown", str)
"""Text whose markup was written here. Texts of users come in only through `code` and `escaped`."""
_MARKUP = re.compile(r"[\\`*_\[\]<>&|~:@$^#]|(?<=[wW]{3})\.")
"""What Markdown, HTML, or a web site reads as something else than text, within a line."""
_TICKS = re.compile("`+")
EMPTY = Markdown("(empty)")
ABSENT = Markdown("-")
"""A cell of a table about which there is nothing to say."""


def code(text: str) -> Markdown:
    """Return a text as code on one line, which can stand in a table too."""
    shown = printable(text)
    if not shown.strip(" "):
        return EMPTY
    if "|" in shown:
        return escaped(shown)  # in a table, a bar ends the cell, also within code
    if "`" not in shown:
        return Markdown(f"`{shown}`")
    fence = _fence(shown, least=1)
    return Markdown(f"{fence} {shown} {fence}")


def escaped(text: str) -> Markdown:
    """Return a text for the middle of a line, with entities for everything that may be markup."""
    return Markdown(_MARKUP.sub(lambda match: f"&#{ord(match[0])};", printable(text).strip(" ")))


def joined(parts: Iterable[Markdown], separator: str = ", ") -> Markdown:
    """Return the parts in one line."""
    return Markdown(separator.join(parts))


def bullets(facts: Mapping[str, Markdown]) -> Markdown:
    """Return a list with a line for each fact, by its name."""
    return Markdown("\n".join(f"- **{name}**: {fact}" for name, fact in facts.items()))


def items(texts: Iterable[Markdown]) -> Markdown:
    """Return a list."""
    return Markdown("\n".join(f"- {text}" for text in texts))


def table(header: Sequence[str], rows: Iterable[Sequence[Markdown]]) -> Markdown:
    """Return a table."""
    lines = [header, ["---"] * len(header), *rows]
    return Markdown("\n".join(f"| {' | '.join(cells)} |" for cells in lines))


def records(found: Sequence[Mapping[str, Markdown]]) -> Markdown:
    """Return a table with a column for each name that any of these records has, in the order of first use."""
    names = list(dict.fromkeys(name for record in found for name in record))
    return table(names, ([record.get(name, ABSENT) for name in names] for record in found))


def fenced(lines: Iterable[str], language: str) -> Markdown:
    """Return a block of code, out of which nothing in it can break; each line is made printable."""
    content = [printable(line) for line in lines]
    fence = _fence("\n".join(content), least=3)
    return Markdown("\n".join((f"{fence}{language}", *content, fence)))


def _fence(text: str, least: int) -> str:
    if "`" not in text:
        return "`" * least
    return "`" * max(least, 1 + max(len(found) for found in _TICKS.findall(text)))
