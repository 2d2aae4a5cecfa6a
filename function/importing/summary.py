"""The last line about an import."""

from collections.abc import Sequence

from function.base.counted import counted
from function.check.finding import Finding
from function.importing.imported import Imported
from function.importing.unfit import OBJECT, PART


def summary(results: Sequence[Imported], findings: Sequence[Finding], skipped: int) -> str:
    """Return how many claims there are that can be used, how many are not valid, and how much does not fit."""
    claims = [result for result in results if result.claim is not None]
    invalid = sum(bool(result.errors) for result in claims)
    lost = sum(finding.code in (PART, OBJECT) for finding in findings)
    others = f", skipped {counted(skipped, 'other resource')}" if skipped else ""
    sentences = [
        f"Imported {len(claims) - invalid} of {counted(len(results), 'workload')}{others}",
        counted(invalid, "claim is not valid", "claims are not valid") if invalid else "",
        counted(lost, "part does not fit", "parts do not fit") if lost else "",
        "Everything fits" if not any(finding.severity == "error" for finding in findings) else "",
    ]
    return " ".join(f"{sentence}." for sentence in sentences if sentence)
