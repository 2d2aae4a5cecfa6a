"""A Code Quality report for GitLab, which shows it in merge requests."""

import posixpath

from function.base.manifest import Json
from function.base.printable import printable
from function.check.finding import Finding
from function.check.fingerprint import fingerprints
from function.check.verdict import Verdict
from function.cli.ci_json import serialized
from function.cli.formats._format import Format

_SEVERITIES = {"error": "major", "warning": "minor"}


def report(verdict: Verdict) -> str:
    """Return the report: a list of all findings."""
    findings = verdict.findings
    issues: list[Json] = [
        _issue(finding, identifier) for finding, identifier in zip(findings, fingerprints(findings), strict=True)
    ]
    return serialized(issues, indent=2) + "\n"


def _issue(finding: Finding, identifier: str) -> Json:
    place = finding.range
    return {
        "description": f"{finding.code} {printable(finding.message)}",
        "check_name": finding.code,
        "fingerprint": identifier,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": posixpath.normpath(finding.file),  # GitLab knows no path that begins with ./
            "lines": {"begin": place.line, "end": place.end_line},
        },
    }


FORMAT = Format(report, summary=False)
