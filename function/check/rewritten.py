"""A file whose text a command changes."""

from typing import NamedTuple

from function.check.finding import Finding


class RewrittenFile(NamedTuple):
    """The new text of a file, which is the old one if nothing changes, and what could not be rewritten."""

    name: str
    before: str
    after: str
    findings: tuple[Finding, ...]
