"""The line of a file that a finding is about, without values that may be secret."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from function.base.printable import printable
from function.check.finding import Finding

HIDDEN = "…"
_LONGEST = 80
_STRUCTURE = re.compile(r"""\A[\s-]*(?:(?:[\w./$][\w./$\[\]-]*|"[^"\\]*"|'[^']*')\s*:(?:\s+|$))?""")
"""Indentation, the dashes of list items, and one key."""
_COLON = re.compile(r"\A\s*:(?=\s|$)")
"""What follows a key."""


class Excerpt(NamedTuple):
    """A line in three parts, of which the second is the place of the finding."""

    before: str
    place: str
    after: str


def excerpt(lines: Sequence[str], finding: Finding) -> Excerpt | None:
    """Return the line of a finding, or None if there is no such line.

    Of the values in the line, only the one that the message repeats is shown: any other may be a credential.
    """
    place = finding.range
    if place.line > len(lines):
        return None
    line = lines[place.line - 1]
    start = min(place.column - 1, len(line))
    end = max(start, place.end_column - 1) if place.end_line == place.line else len(line)
    before, found, after = line[:start], line[start:end], line[end:]
    key = _COLON.match(after)
    visible = key or len(found) <= 1 or _said(found, finding.message)
    rest = after[key.end() :] if key else after
    hidden = "" if not rest.strip() or rest.lstrip().startswith("#") else f" {HIDDEN}"
    return Excerpt(_before(before), _shown(found) if visible else HIDDEN, (":" if key else "") + hidden)


def _before(text: str) -> str:
    """Return indentation and a key; other text may be a value, as in `{password: x, size: y}`."""
    match = _STRUCTURE.match(text)
    known = match[0] if match else ""
    return _shown(known) + ("" if known == text else HIDDEN)


def _said(text: str, message: str) -> bool:
    inner = text.strip("\"'")
    return inner in message or printable(inner) in message


def _shown(text: str) -> str:
    escaped = printable(text.replace("\t", " "))
    return escaped if len(escaped) <= _LONGEST else escaped[: _LONGEST - 1] + HIDDEN
