"""The last line of the output: a summary of the findings."""

from function.base.counted import counted
from function.base.printable import printable
from function.check.verdict import Verdict


def summary(verdict: Verdict, unread: int = 0) -> str:
    """Return the number of files, resources, errors, warnings, and of the files and folders that cannot be read."""
    kinds = [
        f"{kind.ok + kind.failed} {name} ({kind.ok} ok, {kind.failed} failed)" for name, kind in verdict.kinds.items()
    ]
    skipped = [f"{counted(verdict.skipped, 'other resource')} skipped"] if kinds or verdict.skipped else []
    resources = ", ".join([*kinds, *skipped])
    errors, warnings = verdict.count("error"), verdict.count("warning")
    found = [counted(errors, "error")] if errors or not unread else []
    found += [counted(warnings, "warning")] if warnings else []
    found += [f"{len(verdict.suppressed)} suppressed"] if verdict.suppressed else []
    found += [f"{verdict.fixed} fixed"] if verdict.fixed else []
    sentences = [
        f"Checked {counted(len(verdict.files), 'file')}" + (f": {resources}" if resources else ""),
        ", ".join(found),
        f"{verdict.fixable} fixable with --fix" if verdict.fixable else "",
        f"{counted(unread, 'path')} cannot be read" if unread else "",
    ]
    return printable(" ".join(f"{sentence}." for sentence in sentences if sentence))
