"""The definition of an output format."""

from collections.abc import Callable
from typing import NamedTuple

from function.check.verdict import Verdict

FIXABLE = " [*]"
"""Ends the line of a finding that `--fix` corrects."""


class Format(NamedTuple):
    """`report` returns the text for standard output; `summary` is whether to print the summary to standard error."""

    report: Callable[[Verdict], str]
    summary: bool
