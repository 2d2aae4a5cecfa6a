"""Changes entries of a mapping in a text and leaves everything else as it was written, comments included."""

from collections.abc import Mapping

from function.base.manifest import Json
from function.yaml.dump import dump
from function.yaml.node import Node, Range


def edited(lines: list[str], mapping: Node, changes: Mapping[str, Json]) -> list[str]:
    """Return the lines with other entries in a mapping in block style; None removes an entry.

    Changed entries stay in their place. New ones stand where the first entry was removed or changed. The caller must
    read the result: a mapping in another style, or one with aliases, gives a text that says something else.
    """
    content = mapping.content if isinstance(mapping.content, dict) else {}
    old = {key: content[key] for key in changes if key in content}
    if not old:
        return lines
    gone = {number for entry in old.values() for number in range(entry.key.line, entry.node.range.end_line + 1)}
    removed = [entry.key for key, entry in old.items() if changes[key] is None]
    first = min(removed or [entry.key for entry in old.values()])
    written: dict[int, list[str]] = {}
    for key, value in changes.items():
        place = old[key].key if key in old else first
        written.setdefault(place.line, []).extend(_written(key, value, place))
    found: list[str] = []
    for number, line in enumerate(lines, start=1):
        found += written.get(number, [])
        found += [] if number in gone else [line]
    return found


def _written(key: str, value: Json, place: Range) -> list[str]:
    if value is None:
        return []
    lines = dump([{key: value}]).splitlines(keepends=True)
    return [f"{' ' * (place.column - 1)}{line}" for line in lines]
