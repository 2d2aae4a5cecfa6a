"""Replaces a string in a text, in the style in which it is written, and leaves everything else as it is."""

from function.yaml.dump import dump
from function.yaml.node import Range


def replaced(lines: list[str], place: Range, value: str) -> list[str]:
    """Return the lines with another string of one line at a place; it keeps its quotes, and a block loses its mark.

    The caller must read the result: without a string that has an anchor, the text says something else.
    """
    first, last = lines[place.line - 1], lines[place.end_line - 1]
    before, after = first[: place.column - 1], last[place.end_column - 1 :]
    quote = first[place.column - 1 : place.column]
    text = f"{before}{_written(value, quote)}{after}"
    return [*lines[: place.line - 1], text, *lines[place.end_line :]]


def _written(value: str, quote: str) -> str:
    """Return the string in quotes if it had them or cannot do without; what needs escapes is in double quotes."""
    text = dump([{"": value}]).partition(": ")[2].rstrip("\n")
    if text.startswith('"') or quote not in ("'", '"'):
        return text
    return f"{quote}{value}{quote}"
