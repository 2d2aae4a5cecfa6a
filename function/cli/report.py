"""Prints a verdict, and returns the exit code for it."""

from collections.abc import Sequence
from typing import Unpack

from function.check.errors import UnreadableFileError
from function.check.selection import selected
from function.check.verdict import Verdict
from function.cli import exit_code
from function.cli.formats import FORMATS
from function.cli.options import Findings
from function.cli.output import write
from function.cli.summary import summary


def report(
    verdict: Verdict, unread: Sequence[UnreadableFileError], *, err: bool = False, **options: Unpack[Findings]
) -> int:
    """Print the findings in a format, with `err` to standard error, then the files that cannot be read."""
    verdict = selected(verdict, options["select"], options["ignore"])
    chosen = FORMATS[options["output"]]
    write(chosen.report(verdict), err=err, color=options["color"])
    if chosen.summary:
        write(summary(verdict, len(unread)) + "\n", err=True)
    for unreadable in unread:
        write(f"Error: {unreadable}\n", err=True)
    if unread:
        return exit_code.ENVIRONMENT
    return exit_code.FINDINGS if _fails(verdict, options["fail_on"]) else exit_code.CLEAN


def _fails(verdict: Verdict, fail_on: str) -> bool:
    if fail_on == "never":
        return False
    return verdict.failed or (fail_on == "warning" and verdict.count("warning") > 0)
