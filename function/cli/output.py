"""Writes to standard output and standard error."""

import os
import sys

import click


def write(text: str | bytes, *, err: bool = False, color: bool | None = None) -> None:
    """Write a text, or bytes as they are; raises OSError if standard output cannot be written.

    ANSI colors are removed if `color` is False, or if it is None and the text does not go to a terminal.
    It is not an error if the reader has stopped reading, as `head` does. Nor is it one if standard error cannot be
    written, because nothing could report it.
    """
    try:
        click.echo(text, nl=False, err=err, color=color)
    except OSError as error:
        if not err and not isinstance(error, BrokenPipeError):
            raise
        # otherwise the interpreter flushes the buffer when it exits, and prints an error
        stream = sys.stderr if err else sys.stdout
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
