"""The only module that opens files."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

STDIN = "-"
SUFFIXES = (".yaml", ".yml", ".json")


def content(path: str) -> bytes:
    """Return the bytes of a file, or of standard input for "-"; raises ClickException where it cannot be read."""
    try:
        return sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()
    except OSError as error:
        raise _cannot_read(path, error) from None


def discover(paths: Iterable[str]) -> Iterator[str]:
    """Yield each file once: those named, and those with a known suffix in the folders named, sorted.

    In a folder, what is hidden or ends in `.disabled` is left out, and links to folders are not followed.
    """
    seen: set[str] = set()
    for named in paths:
        folder = named != STDIN and Path(named).is_dir()
        for path in _below(Path(named)) if folder else [named]:
            if path not in seen:
                seen.add(path)
                yield path


def shown(path: str) -> str:
    """Return the path as it is printed."""
    return "<stdin>" if path == STDIN else click.format_filename(path)


def _below(folder: Path) -> Iterator[str]:
    try:
        members = sorted(folder.iterdir())
    except OSError as error:
        raise _cannot_read(str(folder), error) from None
    for member in members:
        if member.name.startswith(".") or member.name.endswith(".disabled"):
            continue
        if member.is_dir():
            if not member.is_symlink():
                yield from _below(member)
        elif member.suffix in SUFFIXES:
            yield str(member)


def _cannot_read(path: str, error: OSError) -> click.ClickException:
    reason = (error.strerror or type(error).__name__).lower()
    return click.ClickException(f"cannot read {shown(path)}: {reason}")
