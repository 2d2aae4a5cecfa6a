"""The key or value at a position of a text."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from function.editor.outline import Levels, Outline, Steps, outline
from function.editor.row import row
from function.editor.sections import section
from function.yaml.node import Document, Node, Range


class Spot(NamedTuple):
    """A key or a single value: the steps to it in its document, and its place."""

    outline: Outline
    steps: Steps
    range: Range
    is_key: bool


def spot(documents: Sequence[Document], lines: Sequence[str], line: int, column: int) -> Spot | None:
    """Return what is at a line and column of the reader: `documents` are those that could be read."""
    place = Range(line, column, line, column)
    for document in documents:
        if place.begins_in(document.root.range):
            found = next(_below(document.root, (), place), None)
            return found and Spot(_outline(document.root), *found)
    return _unread(lines, line, column)


def _below(node: Node, steps: Steps, place: Range) -> Iterator[tuple[Steps, Range, bool]]:
    """Yield the key or value at a place; what is there because of an alias is elsewhere."""
    content = node.content
    if isinstance(content, dict):
        for name, entry in content.items():
            if place.begins_in(entry.key):
                yield (*steps, name), entry.key, True
            elif place.begins_in(entry.node.range):
                yield from _below(entry.node, (*steps, name), place)
    elif isinstance(content, list):
        for number, item in enumerate(content):
            if place.begins_in(item.range):
                yield from _below(item, (*steps, number), place)
    else:
        yield steps, node.range, False


def _outline(root: Node) -> Outline:
    texts: dict[Steps, str] = {}
    keys: dict[Steps, list[str]] = {}
    waiting: list[tuple[Steps, Node]] = [((), root)]
    while waiting:
        steps, node = waiting.pop()
        if isinstance(node.content, dict):
            keys[steps] = [*node.content]
            waiting.extend(((*steps, name), entry.node) for name, entry in node.content.items())
        elif isinstance(node.content, list):
            waiting.extend(((*steps, number), item) for number, item in enumerate(node.content))
        else:
            texts[steps] = str(node.content)
    return Outline(texts, keys)


def _unread(lines: Sequence[str], line: int, column: int) -> Spot | None:
    """Return what is at the place as far as its line and the indentation of those above it show."""
    found = row(lines[line - 1]) if line <= len(lines) else None
    whole, levels = section(lines, line), Levels()
    for above in lines[whole.first - 1 : line - 1]:
        before = row(above)
        if before:
            levels.enter(before)
    steps = levels.enter(found) if found else None
    if found is None or steps is None or column < found.start:
        return None
    if found.key is not None and column <= found.key_end:
        return Spot(outline(whole.lines), steps, Range(line, found.start, line, found.key_end), is_key=True)
    end = found.value_start + len(found.value)
    if not found.value or not found.value_start <= column <= end:
        return None
    return Spot(outline(whole.lines), steps, Range(line, found.value_start, line, end), is_key=False)
