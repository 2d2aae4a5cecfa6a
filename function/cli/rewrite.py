"""Shows or writes the files that a command rewrites."""

import difflib
from collections.abc import Callable, Sequence
from typing import Any

import click

from function.check import files
from function.check.rewritten import RewrittenFile
from function.cli import exit_code
from function.cli.output import write
from function.cli.save import save


def modes(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options --write and --check."""
    check = click.option("--check", is_flag=True, help="Exit with 1 if anything would change.")
    in_place = click.option(
        "--write", "in_place", is_flag=True, help="Change the files instead of printing the differences."
    )
    return in_place(check(command))


def one_mode(*, in_place: bool, check: bool) -> None:
    """Raise a usage error if both options are given."""
    if in_place and check:
        raise click.UsageError("--write and --check are mutually exclusive")


def finish(paths: Sequence[str], rewritten: Sequence[RewrittenFile], *, in_place: bool, check: bool) -> int:
    """Print the differences, or write the files and print their names; return the exit code.

    The file of each path is that at the same position. Standard input is never written.
    """
    for path, file in zip(paths, rewritten, strict=True):
        if in_place and path != files.STDIN:
            _write(path, file)
        else:
            write("".join(_difference(file)))
        for finding in file.findings:
            write(f"{finding}\n", err=True)
    stays = any(file.findings for file in rewritten)
    changes = any(file.after != file.before for file in rewritten)
    return exit_code.FINDINGS if stays or (check and changes) else exit_code.CLEAN


def _write(path: str, file: RewrittenFile) -> None:
    if file.after != file.before:
        save(path, file.after.encode())
        write(f"{file.name}\n")


def _difference(file: RewrittenFile) -> list[str]:
    before, after = (text.splitlines(keepends=True) for text in (file.before, file.after))
    return list(difflib.unified_diff(before, after, file.name, file.name))
