"""Comments of a YAML file that contain a marker. libyaml does not report comments."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from function.yaml.lines import lines
from function.yaml.node import Range
from function.yaml.places import is_inside, places
from function.yaml.reader import read


class Comment(NamedTuple):
    """The text after the marker and the place of the comment; `about` is the line that it is about.

    That is its own line, or the next one with content if the comment stands alone.
    """

    text: str
    range: Range
    about: int


def comments(content: bytes, marker: str) -> Iterator[Comment]:
    """Yield the comments that begin with the marker, apart from what only looks like one in a string."""
    if marker.encode() not in content:
        return
    found = lines(content)
    candidates = [number for number, line in enumerate(found, 1) if marker in line]
    if not candidates:
        return
    scalars = sorted({place for document in read(content).documents for place in places(document.root)})
    below = _below(found)
    for number in candidates:
        line = found[number - 1]
        start = _start(line, marker)
        if start is not None and not is_inside(number, start + 1, scalars):
            text = line[start + 1 :].strip().removeprefix(marker).strip()
            alone = not line[:start].strip()
            place = Range(number, start + 1, number, len(line.rstrip()) + 1)
            yield Comment(text, place, (below[number] or number) if alone else number)


def _start(line: str, marker: str) -> int | None:
    """Return where the comment begins, counted from 0."""
    start = line.rfind("#", 0, line.find(marker))
    if start < 0 or line[start + 1 : line.find(marker)].strip() or (start and not line[start - 1].isspace()):
        return None
    return start


def _below(found: Sequence[str]) -> list[int]:
    """Return for each line, counted from 1, the first line below that has content; 0 if there is none."""
    first = [0] * (len(found) + 1)
    for number in range(len(found) - 1, 0, -1):
        has_content = found[number].strip() and not found[number].lstrip().startswith("#")
        first[number] = number + 1 if has_content else first[number + 1]
    return first
