"""What an output format is."""

from collections.abc import Callable
from typing import NamedTuple

from function.check.verdict import Verdict


class Format(NamedTuple):
    """`report` returns the text for standard output; `summary` is whether the summary goes to standard error."""

    report: Callable[[Verdict], str]
    summary: bool
