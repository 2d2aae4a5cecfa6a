"""Where someone is typing: the object or value, and what is already there."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from function.editor.outline import Levels, Outline, Steps, outline
from function.editor.row import Row, row
from function.editor.sections import section

_IN_BRACKETS = re.compile(r"\[([^\[\]{}\"']*)\Z")
_NO_VALUE = ("{", "|", ">", "&", "*", "!")
"""Beginnings of what is not a single value in this line."""
_COMMENT = re.compile(r"(\A|\s)#")


class Context(NamedTuple):
    """A place in a document, in the lines and columns of the reader.

    `steps` lead to the object that a key is added to or, with `is_value` or in a list, to a value. `typed` is between
    `start` and the place; what follows up to `end` is the rest of the word. `has_colon` is whether a key is followed by
    one already.
    """

    outline: Outline
    steps: Steps
    is_value: bool
    typed: str
    line: int
    start: int
    end: int
    has_colon: bool


def context(lines: Sequence[str], line: int, column: int) -> Context | None:
    """Return what is being typed at a line and column; None in a comment, and where nothing can be added."""
    text = lines[line - 1] if line <= len(lines) else ""
    before = text[: column - 1]
    if _COMMENT.search(before) or line > len(lines) + 1:
        return None
    whole = section(lines, line)
    levels = Levels()
    for above in lines[whole.first - 1 : line - 1]:
        found = row(above)
        if found:
            levels.enter(found)
    here = row(text) or Row((), column, None, column, "", column)
    if here.dashes and column <= here.dashes[-1]:
        return None
    place = (
        _value(levels, here, before) if here.key is not None and column > here.key_end else _key(levels, here, before)
    )
    if place is None:
        return None
    steps, is_value, typed = place
    start = column - len(typed)
    return Context(
        outline(whole.lines), steps, is_value, typed, line, start, _end(text, column, here), here.key is not None
    )


def _value(levels: Levels, here: Row, before: str) -> tuple[Steps, bool, str] | None:
    """Return the place in a value behind a key; in a list in brackets, it is an item."""
    steps = levels.enter(here)
    if steps is None or not before[here.key_end :]:
        return None
    typed = before[here.value_start - 1 :]
    if typed.startswith(_NO_VALUE):
        return None
    if not typed.startswith("["):
        return steps, True, typed.lstrip()
    inside = _IN_BRACKETS.match(typed)
    if inside is None:
        return None
    *earlier, last = inside[1].split(",")
    return (*steps, len(earlier)), True, last.lstrip()


def _key(levels: Levels, here: Row, before: str) -> tuple[Steps, bool, str] | None:
    """Return the place of a key, or of a value that stands alone in its line."""
    start = min(here.start, len(before) + 1)
    steps, typed = levels.around(here.dashes, start), before[start - 1 :]
    return None if steps is None or typed.startswith(("[", *_NO_VALUE)) else (steps, False, typed)


def _end(text: str, column: int, here: Row) -> int:
    """Return the column behind the word: behind the key, or behind the value unless that is a list."""
    if here.key is not None and column <= here.key_end:
        return here.key_end
    rest = re.match(r"[^\s,\]#]*", text[column - 1 :])
    return column + (len(rest[0]) if rest else 0)
