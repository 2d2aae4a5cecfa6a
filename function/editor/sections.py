"""The documents of a text by their lines, also while it cannot be read."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_MARK = re.compile(r"(---|\.\.\.)(\s|$)")


class Section(NamedTuple):
    """The lines of a document; `first` is the number of the first one, from 1."""

    first: int
    lines: Sequence[str]


def sections(lines: Sequence[str]) -> list[Section]:
    """Return the documents; the text before the first mark counts, even if it is empty."""
    marks = [number for number, text in enumerate(lines, 1) if _MARK.match(text)]
    ends = [*marks, len(lines) + 1]
    return [Section(first + 1, lines[first : end - 1]) for first, end in zip([0, *marks], ends, strict=True)]


def section(lines: Sequence[str], line: int) -> Section:
    """Return the document that a line belongs to; a line that separates documents belongs to the one below."""
    return [found for found in sections(lines) if found.first - 1 <= line][-1]
