"""Reads variables from a `.env` file."""

import io

from dotenv.parser import Original, parse_stream

from function.check.errors import UnusableFileError


def read_dotenv(file: str, content: bytes) -> dict[str, str]:
    """Return the variables of a file; the last line with a name wins, and values are not expanded.

    Raises UnusableFileError for a line that is not NAME=value, without repeating it.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnusableFileError(file, "not UTF-8 text") from None
    values: dict[str, str] = {}
    for line in parse_stream(io.StringIO(text)):
        if line.error or (line.key and line.value is None):
            raise UnusableFileError(file, f"line {_line(line.original)}: must be NAME=value")
        if line.key and line.value is not None:
            values[line.key] = line.value
    return values


def _line(original: Original) -> int:
    """Return the line of the text; the parser counts blank lines before it as a part of it."""
    blank = len(original.string) - len(original.string.lstrip())
    return original.line + original.string.count("\n", 0, blank)
