"""A file whose text a command changes."""

from typing import NamedTuple

from function.check.finding import Finding

BYTE_ORDER_MARK = "\ufeff"
"""Some editors on Windows begin a file with it; a rewritten file keeps it."""


class RewrittenFile(NamedTuple):
    """The new text of a file, which is the old one if nothing changes, and what could not be rewritten."""

    name: str
    before: str
    after: str
    findings: tuple[Finding, ...]
