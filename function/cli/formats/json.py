"""One JSON document: {version, summary, findings}. Keys are only ever added."""

import json

from function.base.manifest import Json
from function.check.verdict import Verdict
from function.cli.formats._format import Format

VERSION = 1


def report(verdict: Verdict) -> str:
    """Return the document, with an escape within ##[error] and ##vso[...], which CI systems execute in any line."""
    findings: list[Json] = [finding.as_json() for finding in verdict.findings]
    document = json.dumps({"version": VERSION, "summary": _summary(verdict), "findings": findings}, indent=2)
    return document.replace("##", r"#\u0023") + "\n"


def _summary(verdict: Verdict) -> dict[str, int]:
    kinds = verdict.kinds.values()
    return {
        "files": len(verdict.files),
        "ok": sum(kind.ok for kind in kinds),
        "failed": sum(kind.failed for kind in kinds),
        "skipped": verdict.skipped,
        "errors": verdict.count("error"),
        "warnings": verdict.count("warning"),
    }


FORMAT = Format(report, summary=False)
