"""One line of a YAML document as far as it can be understood without the others."""

import re
from typing import NamedTuple

_COLON = re.compile(r":(?=\s|$)")
_COMMENT = re.compile(r"\s#")
_NO_KEY = frozenset("#&*!|>%@`{}[],?")
_PROPERTY = re.compile(r"[&!][^\s,\[\]{}]*")
"""An anchor or a tag, after which the value follows."""


class Row(NamedTuple):
    """Columns count from 1. `dashes` are those of list items; `key` is None if the line has no colon.

    `start` is the column of the key, or of the value if there is no key; the key ends at `key_end`.
    """

    dashes: tuple[int, ...]
    start: int
    key: str | None
    key_end: int
    value: str
    value_start: int

    @property
    def opens(self) -> bool:
        """Return whether the value is in the lines below."""
        return not _PROPERTY.sub("", self.value).strip()


def row(line: str) -> Row | None:
    """Return what a line says, or None for a blank line, a comment, and indentation with tabs."""
    at = len(line) - len(line.lstrip(" "))
    dashes: list[int] = []
    while line[at : at + 1] == "-" and line[at + 1 : at + 2] in ("", " "):
        dashes.append(at + 1)
        at += 1
        while line[at : at + 1] == " ":
            at += 1
    rest = line[at:].rstrip()
    if rest.startswith(("#", "\t")) or not (rest or dashes):
        return Row(tuple(dashes), at + 1, None, at + 1, "", at + 1) if dashes and rest.startswith("#") else None
    name, end = _key(rest)
    if name is None:
        return Row(tuple(dashes), at + 1, None, at + 1, _value(rest), at + 1)
    after = rest[end + 1 :]
    return Row(tuple(dashes), at + 1, name, at + end + 1, _value(after.strip()), at + end + 2 + _blank(after))


def unquoted(text: str) -> str:
    """Return a scalar without its quotes."""
    quoted = len(text) > 1 and text[0] in "\"'" and text[-1] == text[0]
    return text[1:-1] if quoted else text


def _key(rest: str) -> tuple[str | None, int]:
    """Return the key, and where its colon is."""
    if rest[:1] in ("'", '"'):
        end = rest.find(rest[0], 1) + 1
        colon = end + _blank(rest[end:])
        return (rest[1 : end - 1], colon) if end and rest[colon : colon + 1] == ":" else (None, 0)
    match = _COLON.search(rest)
    if match is None or rest[0] in _NO_KEY or _COMMENT.search(rest, 0, match.start()):
        return None, 0
    return rest[: match.start()].rstrip(), match.start()


def _value(text: str) -> str:
    """Return a value without a comment behind it, in its quotes."""
    if text[:1] in ("'", '"'):
        end = text.find(text[0], 1)
        return text[: end + 1] if end > 0 else text
    if text.startswith("#"):
        return ""
    comment = _COMMENT.search(text)
    return text[: comment.start()].rstrip() if comment else text


def _blank(text: str) -> int:
    return len(text) - len(text.lstrip())
