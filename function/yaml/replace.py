"""Replaces keys and values in a text, in the style in which they are written, and leaves everything else as it is."""

from collections.abc import Iterator, Mapping, Sequence

from function.yaml.dump import dump
from function.yaml.node import Range
from function.yaml.scalar import Scalar


def replaced(lines: Sequence[str], values: Mapping[Range, Scalar]) -> str:
    """Return the text with other scalars at these places, which do not overlap; each string is of one line.

    A string keeps its quotes, and a block loses its mark. The caller must read the result: without a scalar that has
    an anchor, the text says something else.
    """
    found: list[str] = []
    line, column = 1, 1
    for place in sorted(values):
        found += _between(lines, (line, column), (place.line, place.column))
        quote = lines[place.line - 1][place.column - 1 : place.column]
        found.append(_written(values[place], quote))
        line, column = place.end_line, place.end_column
    return "".join([*found, *_between(lines, (line, column), (len(lines) + 1, 1))])


def written_at(lines: Sequence[str], place: Range) -> str:
    """Return the text at a place without its quotes, or "" if it is not in one line."""
    if place.line != place.end_line or place.line > len(lines):
        return ""
    text = lines[place.line - 1][place.column - 1 : place.end_column - 1]
    return text[1:-1] if text[:1] in ("'", '"') and text[:1] == text[-1:] and len(text) > 1 else text


def _between(lines: Sequence[str], start: tuple[int, int], end: tuple[int, int]) -> Iterator[str]:
    """Yield the text from one line and column to another."""
    (line, column), (end_line, end_column) = start, end
    if line == end_line:
        yield lines[line - 1][column - 1 : end_column - 1] if line <= len(lines) else ""
        return
    yield lines[line - 1][column - 1 :]
    yield from lines[line : end_line - 1]
    if end_line <= len(lines):
        yield lines[end_line - 1][: end_column - 1]


def _written(value: Scalar, quote: str) -> str:
    """Return a string in quotes if it had them or cannot do without; what needs escapes is in double quotes."""
    text = dump([{"": value}]).partition(": ")[2].rstrip("\n")
    if not isinstance(value, str) or text.startswith('"') or quote not in ("'", '"'):
        return text
    return f"{quote}{value}{quote}"
