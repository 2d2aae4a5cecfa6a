"""`platformctl`: checks and renders claims without a cluster, a container or the network."""

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import click

from function.check.errors import InvalidFileError, UnreadableFileError, UnusableFileError
from function.cli import exit_code
from function.cli.group import platformctl


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; the only place that maps errors to exit codes."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    try:
        return _run(words)
    except click.ClickException as error:
        error.show()
        return exit_code.USAGE if isinstance(error, click.UsageError) else exit_code.ENVIRONMENT
    except (InvalidFileError, UnreadableFileError, UnusableFileError) as error:
        click.echo(f"Error: {error}", err=True)
        return exit_code.ENVIRONMENT
    except click.Abort:
        return exit_code.INTERRUPTED
    except OSError as error:
        return _broken(error)
    except Exception as error:
        return _internal(error, debug="--debug" in words)


def _run(words: Sequence[str]) -> int:
    try:
        result = platformctl.main(args=words, prog_name="platformctl", standalone_mode=False)
    except SystemExit:  # click's answer to a closed pipe
        return exit_code.ENVIRONMENT
    sys.stdout.flush()
    return result if isinstance(result, int) else exit_code.CLEAN


def _broken(error: OSError) -> int:
    if isinstance(error, BrokenPipeError):
        # otherwise the interpreter flushes again when it exits, and prints an error
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    else:
        click.echo(f"Error: cannot go on: {(error.strerror or type(error).__name__).lower()}", err=True)
    return exit_code.ENVIRONMENT


def _internal(error: Exception, *, debug: bool) -> int:
    """Report a bug without the error's own text, which might repeat a secret of the input."""
    if debug:
        traceback.print_exception(error)
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = "/".join(Path(last.filename).parts[-2:])
    click.echo(
        f"Error: internal error: {type(error).__name__} in {place}:{last.lineno}. "
        "run `platformctl --debug …` and report what it prints",
        err=True,
    )
    return exit_code.INTERNAL
