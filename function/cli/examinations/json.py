"""An examination for programs: {version, summary, components, findings, unread}. Keys are only ever added."""

from function.base.codes import link
from function.base.manifest import Manifest
from function.cli.document import document
from function.doctor.report import Finding, Report

VERSION = 1


def json(report: Report) -> str:
    """Return the document."""
    return document(
        {
            "version": VERSION,
            "summary": {"errors": report.count("error"), "warnings": report.count("warning")},
            "components": [dict(vars(component)) for component in report.components],
            "findings": [_finding(finding) for finding in report.findings],
            "unread": list(report.unread),
        }
    )


def _finding(finding: Finding) -> Manifest:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "about": finding.about,
        "message": finding.message,
        "docs": link(finding.code),
    }
