"""The only module that opens files."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from function.check.errors import UnreadableFileError

STDIN = "-"
SUFFIXES = (".yaml", ".yml", ".json")


def content(path: str) -> bytes:
    """Return the bytes of a file, or of standard input for "-"; raises UnreadableFileError."""
    try:
        return sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()
    except OSError as error:
        raise UnreadableFileError(display_name(path), error) from None


def discover(paths: Iterable[str]) -> Iterator[str]:
    """Yield each file once: those named, and those with a known suffix in the folders named, sorted.

    In a folder, files that are hidden or end in `.disabled` are left out, and links to folders are not followed.
    Raises UnreadableFileError for a folder that cannot be listed.
    """
    seen: set[str] = set()
    for named in paths:
        folder = named != STDIN and Path(named).is_dir()
        for path in _below(Path(named)) if folder else [named]:
            if path not in seen:
                seen.add(path)
                yield path


def display_name(path: str) -> str:
    """Return the path as findings show it; bytes that are not UTF-8 become replacement characters."""
    return "<stdin>" if path == STDIN else path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _below(folder: Path) -> Iterator[str]:
    try:
        members = sorted(folder.iterdir())
    except OSError as error:
        raise UnreadableFileError(display_name(str(folder)), error) from None
    for member in members:
        if member.name.startswith(".") or member.name.endswith(".disabled"):
            continue
        if member.is_dir():
            if not member.is_symlink():
                yield from _below(member)
        elif member.suffix in SUFFIXES:
            yield str(member)
