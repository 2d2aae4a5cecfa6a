"""Writes to standard output and standard error."""

import os
import sys

import click


def write(text: str, *, err: bool = False) -> None:
    """Write a text; raises OSError where standard output cannot be written.

    A reader that has gone away, such as `head`, wants no more: that is no error. Nor is a standard error that cannot be
    written, since there is nowhere to report it.
    """
    try:
        click.echo(text, nl=False, err=err)
    except OSError as error:
        if not err and not isinstance(error, BrokenPipeError):
            raise
        # otherwise the interpreter writes what is buffered when it exits, and prints an error
        stream = sys.stderr if err else sys.stdout
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
