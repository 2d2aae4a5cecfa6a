"""Where libyaml's events and errors are; the ranges leave out the blank lines that libyaml includes at their end."""

from typing import Protocol

import yaml

from function.yaml.node import Range


class _Mark(Protocol):
    @property
    def index(self) -> int: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


def between(start: yaml.Event, end: yaml.Event, last: Range | None = None) -> Range:
    """Return the range from one event to another. A collection without brackets ends with its `last` value."""
    first, (begins, ends) = _marks(start)[0], _marks(end)
    if last and begins.index == ends.index:
        return Range(first.line + 1, first.column + 1, last.end_line, last.end_column)
    return Range(first.line + 1, first.column + 1, ends.line + 1, ends.column + 1)


def block(source: str, event: yaml.ScalarEvent) -> Range:
    """Return the range of a block scalar. libyaml ends it where the next token begins."""
    start, end = _marks(event)
    *above, last = source[start.index : end.index].rstrip().split("\n")
    column = len(last) + (1 if above else start.column + 1)
    return Range(start.line + 1, start.column + 1, start.line + 1 + len(above), column)


def _marks(event: yaml.Event) -> tuple[_Mark, _Mark]:
    if event.start_mark is None or event.end_mark is None:
        raise AssertionError("libyaml marks each event")
    return event.start_mark, event.end_mark


def of_error(error: yaml.MarkedYAMLError) -> Range:
    """Return the character at which libyaml stopped."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    return Range(line + 1, column + 1, line + 1, column + 2)
