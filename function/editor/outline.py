"""What a YAML document says as far as that can be seen from its indentation, also while someone is typing.

A reader of YAML stops at the first mistake. Here, a line that makes no sense is left out. Only block style is
understood: what stands in brackets, in a text of several lines, or below a value is left out as well.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from function.editor.row import Row, row, unquoted

Steps: TypeAlias = tuple[str | int, ...]
"""The way from a document to a value: keys, and positions in lists."""
DEPTH_MAX = 100
"""Levels beyond which lines are left out, as for the reader of YAML."""


class Outline(NamedTuple):
    """Single values by the steps to them, without quotes, and the keys of objects by the steps to these."""

    texts: Mapping[Steps, str] = MappingProxyType({})
    keys: Mapping[Steps, Sequence[str]] = MappingProxyType({})

    def text(self, *steps: str | int) -> str:
        """Return a single value, or "" if there is none."""
        return self.texts.get(steps, "")

    def without(self, steps: Steps) -> "Outline":
        """Return the outline without the single value at these steps."""
        return self._replace(texts={other: text for other, text in self.texts.items() if other != steps})


@dataclass
class _Level:
    """An object or list that is open, and the step to what was added last; `column` is that of its keys or dashes."""

    column: int
    steps: Steps
    last: str | int
    is_list: bool = False

    @property
    def inside(self) -> Steps:
        """Return the steps to what was added last."""
        return (*self.steps, self.last)


class Levels:
    """The objects and lists that are open after some lines of a document."""

    def __init__(self) -> None:
        self._open: list[_Level] = []
        self._owner = 0

    def is_inside_value(self, column: int) -> bool:
        """Return whether a line that begins at this column continues the value above it."""
        return 0 < self._owner < column

    def enter(self, found: Row) -> Steps | None:
        """Add a line, and return the steps to its value; None if it is left out."""
        first = found.dashes[0] if found.dashes else found.start
        if self.is_inside_value(first) or len(self._open) + len(found.dashes) >= DEPTH_MAX:
            return None
        self._owner = 0
        for column in found.dashes:
            self._item(column)
        if found.key is not None:
            self._key(found.start, found.key)
            self._owner = 0 if found.opens else found.start
        elif found.dashes:
            self._owner = 0 if found.opens else found.dashes[-1]
        else:
            return None
        return self._open[-1].inside

    def around(self, dashes: Sequence[int], column: int) -> Steps | None:
        """Return the steps to the object that a key at this column, behind these dashes, would be added to.

        For a value without a key, these are the steps to the value. None if nothing can stand there.
        """
        if self.is_inside_value(dashes[0] if dashes else column):
            return None
        for dash in dashes:
            self._item(dash)
        self._close(column)
        if not self._open:
            return ()
        level = self._open[-1]
        if level.column == column:
            return level.steps
        return level.inside

    def _item(self, column: int) -> None:
        while self._open and self._open[-1].column > column:
            self._open.pop()
        level = self._open[-1] if self._open else None
        if level and level.is_list and level.column == column:
            level.last = int(level.last) + 1
        else:
            self._open.append(_Level(column, level.inside if level else (), 0, is_list=True))

    def _key(self, column: int, key: str) -> None:
        self._close(column)
        level = self._open[-1] if self._open else None
        if level and level.column == column:
            level.last = key
        else:
            self._open.append(_Level(column, level.inside if level else (), key))

    def _close(self, column: int) -> None:
        """Close what a key at this column cannot belong to; a list may begin at the column of its own key."""
        while self._open and self._open[-1].column + self._open[-1].is_list > column:
            self._open.pop()


def outline(lines: Sequence[str]) -> Outline:
    """Return what the lines of one document say."""
    texts: dict[Steps, str] = {}
    keys: dict[Steps, list[str]] = {}
    levels = Levels()
    for line in lines:
        found = row(line)
        steps = levels.enter(found) if found else None
        if found is None or steps is None:
            continue
        if found.key is not None:
            keys.setdefault(steps[:-1], []).append(found.key)
        if not found.opens:
            texts[steps] = unquoted(found.value)
    return Outline(texts, keys)
