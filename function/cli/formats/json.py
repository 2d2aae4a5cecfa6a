"""One JSON document: {version, summary, findings}. Keys are only ever added."""

from function.base.manifest import Json
from function.check.verdict import Verdict
from function.cli.ci_json import serialized
from function.cli.formats._format import Format

VERSION = 1


def report(verdict: Verdict) -> str:
    """Return the document."""
    findings: list[Json] = [finding.as_json() for finding in verdict.findings]
    return serialized({"version": VERSION, "summary": _summary(verdict), "findings": findings}, indent=2) + "\n"


def _summary(verdict: Verdict) -> dict[str, Json]:
    kinds = verdict.kinds.values()
    return {
        "files": len(verdict.files),
        "ok": sum(kind.ok for kind in kinds),
        "failed": sum(kind.failed for kind in kinds),
        "skipped": verdict.skipped,
        "errors": verdict.count("error"),
        "warnings": verdict.count("warning"),
        "suppressed": len(verdict.suppressed),
        "fixed": verdict.fixed,
        "fixable": verdict.fixable,
    }


FORMAT = Format(report, summary=False)
