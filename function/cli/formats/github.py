"""Workflow commands, which GitHub Actions shows as annotations in the changed files."""

from function.base.printable import printable
from function.check.finding import Finding
from function.check.verdict import Verdict
from function.cli.formats._format import Format


def report(verdict: Verdict) -> str:
    """Return one command for each finding."""
    return "".join(f"{_command(finding)}\n" for finding in verdict.findings)


def _command(finding: Finding) -> str:
    place = finding.range
    properties: dict[str, object] = {
        "title": f"platformctl {finding.code}",
        "file": printable(finding.file),
        "line": place.line,
        "col": place.column,
        "endLine": place.end_line,
    }
    if place.end_line == place.line:
        properties["endColumn"] = place.end_column  # columns in different lines cannot be shown
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{finding.severity} {listed}::{_data(f'{finding.code} {printable(finding.message)}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMAT = Format(report, summary=True)
