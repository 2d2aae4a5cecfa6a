"""Writes to standard output and standard error."""

import os
import sys

import click


def colored() -> bool:
    """Return whether standard output is a terminal that shows color, unless NO_COLOR is set (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def write(text: str, *, err: bool = False) -> None:
    """Write a text; raises OSError if standard output cannot be written.

    It is not an error if the reader has stopped reading, as `head` does. Nor is it one if standard error cannot be
    written, because nothing could report it.
    """
    try:
        click.echo(text, nl=False, err=err)
    except OSError as error:
        if not err and not isinstance(error, BrokenPipeError):
            raise
        # otherwise the interpreter flushes the buffer when it exits, and prints an error
        stream = sys.stderr if err else sys.stdout
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
