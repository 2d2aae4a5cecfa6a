"""The last line of the output: a summary of the findings."""

from function.base.printable import printable
from function.check.verdict import Verdict


def summary(verdict: Verdict) -> str:
    """Return the number of files, resources, errors, and warnings, as a sentence."""
    kinds = [
        f"{kind.ok + kind.failed} {name} ({kind.ok} ok, {kind.failed} failed)" for name, kind in verdict.kinds.items()
    ]
    checked = ", ".join([*kinds, f"{_count(verdict.skipped, 'other resource')} skipped"])
    errors, warnings = _count(verdict.count("error"), "error"), verdict.count("warning")
    warned = f", {_count(warnings, 'warning')}" if warnings else ""
    return printable(f"Checked {_count(len(verdict.files), 'file')}: {checked}. {errors}{warned}.")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
