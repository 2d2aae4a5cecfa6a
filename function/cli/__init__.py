"""`platformctl`: checks and renders claims without a cluster, a container or the network."""

import io
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import click

from function.base.printable import printable
from function.check.errors import InvalidFileError, UnreadableFileError, UnusableFileError, UnwritableFileError
from function.cli import exit_code
from function.cli.group import platformctl
from function.cli.output import write


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; the only place that maps errors to exit codes."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    # or pydantic looks for plug-ins in every package of the environment
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        return _run(words)
    except click.ClickException as error:
        write(_shown(error), err=True)
        return exit_code.USAGE if isinstance(error, click.UsageError) else exit_code.ENVIRONMENT
    except (InvalidFileError, UnreadableFileError, UnusableFileError, UnwritableFileError) as error:
        return _environment(str(error))
    except click.Abort:
        return exit_code.INTERRUPTED
    except OSError as error:
        # there is no name if the error is about standard output
        place = f"{printable(str(error.filename))}: " if error.filename is not None else ""
        return _environment(f"cannot continue: {place}{(error.strerror or type(error).__name__).lower()}")
    except Exception as error:
        return _internal(error, debug="--debug" in words)


def _run(words: Sequence[str]) -> int:
    # Python sets it to None if it is closed at startup
    if sys.stdout is None:
        raise click.ClickException("cannot write to standard output: closed")
    try:
        result = platformctl.main(args=words, prog_name="platformctl", standalone_mode=False)
    except SystemExit:  # click raises this if the reader of the help has stopped reading
        return exit_code.CLEAN
    return result if isinstance(result, int) else exit_code.CLEAN


def _shown(error: click.ClickException) -> str:
    """Return an error as click shows it, with unprintable characters of the arguments escaped."""
    text = io.StringIO()
    error.show(text)
    return "\n".join(map(printable, text.getvalue().split("\n")))


def _environment(message: str) -> int:
    write(f"Error: {message}\n", err=True)
    return exit_code.ENVIRONMENT


def _internal(error: Exception, *, debug: bool) -> int:
    """Report a bug without the text of the error, which might contain a secret from the input."""
    if debug:
        write("".join(traceback.format_exception(error)), err=True)
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = "/".join(Path(last.filename).parts[-2:])
    write(
        f"Error: internal error: {type(error).__name__} in {place}:{last.lineno}. "
        "run `platformctl --debug …` and report what it prints\n",
        err=True,
    )
    return exit_code.INTERNAL
