"""The places of keys and single values in a file: what is in none of them is layout or a comment."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from function.yaml.node import Node, Range


def places(node: Node) -> Iterator[Range]:
    """Yield the places of all keys and single values; with aliases, the same place occurs several times."""
    content = node.content
    if isinstance(content, dict):
        for entry in content.values():
            yield entry.key
            yield from places(entry.node)
    elif isinstance(content, list):
        for item in content:
            yield from places(item)
    else:
        yield node.range


def is_inside(line: int, column: int, found: Sequence[Range]) -> bool:
    """Return whether a character is in one of these places, which are sorted and do not overlap."""
    at = bisect_right(found, (line, column), key=lambda place: place[:2])
    return at > 0 and (line, column) < found[at - 1][2:4]
