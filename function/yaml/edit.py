"""Changes entries of a mapping in a text and leaves everything else as it was written, comments included."""

from collections.abc import Mapping, Sequence

from function.base.manifest import Json
from function.yaml.dump import dump
from function.yaml.node import Entry, Node, Range, value_of
from function.yaml.remarks import remarks
from function.yaml.replace import replaced


def edited(lines: list[str], mapping: Node, changes: Mapping[str, Json]) -> list[str]:
    """Return the lines with other entries in a mapping in block style; None removes an entry.

    Only what is new is written: further items of a list, further entries of an object, another scalar. Comments in a
    value that is removed or written again stand in its place. New entries stand where the first one was removed or
    changed. The caller must read the result: a mapping in another style, or one with aliases, gives a text that says
    something else.
    """
    content = mapping.content if isinstance(mapping.content, dict) else {}
    old = {key: content[key] for key in changes if key in content}
    if not old:
        return lines
    removed = [entry.key for key, entry in old.items() if changes[key] is None]
    first = min(removed or [entry.key for entry in old.values()])
    above: dict[int, list[str]] = {}
    instead: dict[int, list[str]] = {}
    below: dict[int, list[str]] = {}
    for key, value in changes.items():
        if key not in old:
            above.setdefault(first.line, []).extend(_written({key: value}, first))
            continue
        entry = old[key]
        if (more := _more(lines, entry.node, value)) is not None:
            below.setdefault(entry.node.range.end_line, []).extend(_written(more, entry.node.range))
        elif isinstance(value, str | int | float) and "\n" not in str(value) and _is_in_one_line(entry.node):
            instead[entry.node.range.line] = _replaced(lines, entry.node.range, value)
        else:
            kept = [f"{_indent(entry.key)}{text}\n" for text in remarks(lines, entry)]
            again = [] if value is None else _written({key: value}, entry.key)
            above[entry.key.line] = [*kept, *above.get(entry.key.line, []), *again]
            instead |= {number: [] for number in _numbers(entry)}
    return _joined(lines, above, instead, below)


def _joined(
    lines: Sequence[str],
    above: Mapping[int, list[str]],
    instead: Mapping[int, list[str]],
    below: Mapping[int, list[str]],
) -> list[str]:
    """Return the lines with others around and in place of those with these numbers, all with the same line ends."""
    end = "\r\n" if lines[0].endswith("\r\n") else "\n"
    found: list[str] = []
    for number, line in enumerate(lines, start=1):
        new, after = above.get(number, []), below.get(number, [])
        found += [text.removesuffix("\n") + end for text in new]
        found += instead.get(number, [line])
        if after and not found[-1].endswith(("\r", "\n")):
            found[-1] += end
        found += [text.removesuffix("\n") + end for text in after]
    return found


def _numbers(entry: Entry) -> range:
    return range(entry.key.line, entry.node.range.end_line + 1)


def _is_in_one_line(node: Node) -> bool:
    return isinstance(node.content, str | int | float) and node.range.line == node.range.end_line


def _replaced(lines: Sequence[str], place: Range, value: str | int | float) -> list[str]:
    """Return the line of a scalar with another one."""
    return [replaced([lines[place.line - 1]], {place._replace(line=1, end_line=1): value})]


def _more(lines: Sequence[str], node: Node, value: Json) -> Json:
    """Return the items or entries that are new in a value, None if it is not one in block style that only grows."""
    old, place = value_of(node), node.range
    if lines[place.line - 1][place.column - 1 :].startswith(("[", "{")):
        return None
    if isinstance(old, list) and isinstance(value, list) and value[: len(old)] == old:
        return value[len(old) :]
    if isinstance(old, dict) and isinstance(value, dict) and {key: value.get(key) for key in old} == old:
        return {key: item for key, item in value.items() if key not in old}
    return None


def _written(value: Json, place: Range) -> list[str]:
    """Return the lines of a list or object in block style, as long as it begins in the column of a place."""
    _, *lines = dump([{"": value}]).splitlines()
    return [f"{_indent(place)}{line.removeprefix('  ')}\n" for line in lines]


def _indent(place: Range) -> str:
    return " " * (place.column - 1)
