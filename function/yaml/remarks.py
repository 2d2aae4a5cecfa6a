"""The comments in an entry of a mapping."""

from collections.abc import Iterator, Sequence

from function.yaml.node import Entry
from function.yaml.places import is_inside, places


def remarks(lines: Sequence[str], entry: Entry) -> Iterator[str]:
    """Yield the comments in the lines of an entry, each with its mark."""
    found = sorted({entry.key, *places(entry.node)})
    for number in range(entry.key.line, entry.node.range.end_line + 1):
        line = lines[number - 1]
        start = line.find("#")
        while start >= 0 and (line[max(start - 1, 0) : start].strip() or is_inside(number, start + 1, found)):
            start = line.find("#", start + 1)
        if start >= 0:
            yield line[start:].rstrip()
