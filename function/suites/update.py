"""Writes what came of the cases into the text of a suite, and leaves everything else as it was written."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeGuard

from function.base.manifest import Json, is_list
from function.base.problems import describe
from function.check.errors import UnusableFileError
from function.check.load import load_content
from function.check.rewritten import BYTE_ORDER_MARK
from function.suites.failure import Edit, Place
from function.yaml.edit import edited
from function.yaml.node import Node, below, value_of
from function.yaml.replace import replaced


def updated(name: str, content: bytes, edits: Sequence[tuple[int, Edit]]) -> bytes:
    """Return a file with other values, each in the suite at a position in the file.

    Raises UnusableFileError if the text would then say something else, for example because of an anchor.
    """
    loaded = load_content(name, content)
    text = content.decode("utf-8")
    bom = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    lines = text.removeprefix(bom).splitlines(keepends=True)
    values = [resource.value for resource in loaded.resources]
    changes: list[tuple[Node, Node, str | int, Json]] = []
    for position, edit in edits:
        *above, last = edit.place
        mapping = below(loaded.resources[position].node, *above)
        if mapping is None:
            raise AssertionError("an edit is about a value that is written")
        values[position] = _put(values[position], edit.place, edit.value)
        changes += _changes(mapping, last, edit.value)
    # from the last to the first, so that what is above keeps its place
    for parent, node, key, value in sorted(changes, key=lambda change: change[1].range, reverse=True):
        if _is_in_one_line(value, node):
            number, place = node.range.line, node.range._replace(line=1, end_line=1)
            lines[number - 1] = replaced([lines[number - 1]], {place: value})
        else:
            lines = edited(lines, parent, {str(key): value})
    after = (bom + "".join(lines)).encode()
    again = load_content(name, after)
    if again.findings or [resource.value for resource in again.resources] != values:
        hint = "write them yourself: below a list, in braces, or with an anchor, some cannot be replaced"
        raise UnusableFileError(name, describe("the values cannot be written", hint=hint))
    return after


def _changes(mapping: Node, key: str | int, value: Json) -> Iterator[tuple[Node, Node, str | int, Json]]:
    """Yield the smallest values that differ, each with its object, so that comments between them stay."""
    node = below(mapping, key)
    if node is None or value_of(node) == value:
        return
    content = node.content
    if isinstance(content, dict) and isinstance(value, Mapping) and content.keys() == value.keys():
        for inner, item in value.items():
            yield from _changes(node, inner, item)
        return
    if isinstance(content, list) and is_list(value) and len(content) == len(value):
        inside = [change for position, item in enumerate(value) for change in _changes(node, position, item)]
        if all(change[0] is not node or _is_in_one_line(change[3], change[1]) for change in inside):
            yield from inside
            return
    yield mapping, node, key, value


def _is_in_one_line(value: Json, node: Node) -> TypeGuard[str | int | float]:
    """Return whether both values are in one line, so that one takes the place of the other."""
    old = node.content
    return (
        isinstance(old, str | int | float)
        and isinstance(value, str | int | float)
        and (node.range.line == node.range.end_line and "\n" not in str(value))
    )


def _put(value: Json, place: Place, new: Json) -> Json:
    if not place:
        return new
    step, rest = place[0], place[1:]
    if isinstance(value, Mapping):
        return {key: _put(item, rest, new) if key == step else item for key, item in value.items()}
    items = value if is_list(value) else ()
    return [_put(item, rest, new) if position == step else item for position, item in enumerate(items)]
