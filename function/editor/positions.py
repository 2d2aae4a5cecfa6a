"""Positions of an editor and of the YAML reader, which count lines and characters differently."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from typing import Literal, NamedTuple

from function.yaml.node import Range
from function.yaml.text import BREAK

Encoding = Literal["utf-8", "utf-16", "utf-32"]
"""What an editor counts in a line: bytes, UTF-16 code units, or code points."""
_LINE_END = re.compile("\r\n|[\r\n]")
"""What ends a line in an editor; YAML knows more."""
_BYTE_ORDER_MARK = "\ufeff"


class Point(NamedTuple):
    """A position in an editor: line and character, from 0."""

    line: int
    character: int


class Span(NamedTuple):
    """A range in an editor; `end` is the first position after it."""

    start: Point
    end: Point


class Positions:
    """Converts positions in one text. A position outside the text becomes the nearest one inside."""

    def __init__(self, text: str, encoding: Encoding) -> None:
        self._text = text
        self._encoding: Encoding = encoding
        first = len(_BYTE_ORDER_MARK) if text.startswith(_BYTE_ORDER_MARK) else 0
        self._of_yaml = [first, *(match.end() for match in BREAK.finditer(text))]
        self._of_editor = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def span(self, place: Range) -> Span:
        """Return the range of an editor for a range of the reader."""
        return Span(self.point(place.line, place.column), self.point(place.end_line, place.end_column))

    def point(self, line: int, column: int) -> Point:
        """Return the position of an editor for a line and column of the reader."""
        start, end = self._line(self._of_yaml, line - 1)
        return self._point(min(start + max(column - 1, 0), end))

    def place(self, point: Point) -> tuple[int, int]:
        """Return the line and column of the reader for a position of an editor."""
        start, end = self._line(self._of_editor, point.line)
        offset, units = start, 0
        for width in self._widths(start, end):
            if units >= point.character:
                break
            units += width
            offset += 1
        line = max(bisect_right(self._of_yaml, offset), 1)
        return line, max(offset - self._of_yaml[line - 1], 0) + 1

    def changed(self, after: str) -> tuple[Span, str]:
        """Return the one range in which another text differs, and what that has there."""
        before, shorter = self._text, min(len(self._text), len(after))
        start = next((at for at in range(shorter) if before[at] != after[at]), shorter)
        same = 0
        while same < shorter - start and before[-1 - same] == after[-1 - same]:
            same += 1
        span = Span(self._point(start), self._point(len(before) - same))
        return span, after[start : len(after) - same]

    def _line(self, starts: list[int], number: int) -> tuple[int, int]:
        """Return where a line, from 0, begins and ends in the text; beyond the last line, that is its end."""
        if number >= len(starts):
            return len(self._text), len(self._text)
        start = starts[max(number, 0)]
        end = starts[number + 1] if number + 1 < len(starts) else len(self._text)
        while end > start and self._text[end - 1] in "\r\n":
            end -= 1
        return start, end

    def _point(self, offset: int) -> Point:
        line = bisect_right(self._of_editor, offset) - 1
        return Point(line, sum(self._widths(self._of_editor[line], offset)))

    def _widths(self, start: int, end: int) -> Iterator[int]:
        return (_WIDTH[self._encoding](ord(character)) for character in self._text[start:end])


def _utf_8(character: int) -> int:
    return 1 + (character > 0x7F) + (character > 0x7FF) + (character > 0xFFFF)


_WIDTH: Mapping[Encoding, Callable[[int], int]] = {
    "utf-8": _utf_8,
    "utf-16": lambda character: 1 + (character > 0xFFFF),
    "utf-32": lambda _: 1,
}
