"""An examination for people: what is installed, then what does not fit; in color."""

from collections.abc import Iterator, Sequence

import click

from function.base.counted import counted
from function.base.printable import printable
from function.cli.table import table
from function.doctor.report import Finding, Report

_COLORS = {"error": "red", "warning": "yellow"}


def text(report: Report) -> str:
    """Return the report with ANSI colors, and with the summary as its last line."""
    rows = [(part.name, part.version or "unknown", part.state) for part in report.components]
    found = "".join(f"{_line(finding)}\n" for finding in report.findings)
    parts = (table(("COMPONENT", "VERSION", "STATE"), rows), found, "".join(_unread(report.unread)))
    return "\n".join(part for part in (*parts, f"{summary(report)}\n") if part)


def summary(report: Report) -> str:
    """Return the numbers of findings in one line."""
    if not report.findings:
        return "No problems found." if not report.unread else "No problems found in what could be read."
    return f"{counted(report.count('error'), 'error')}, {counted(report.count('warning'), 'warning')}."


def _line(finding: Finding) -> str:
    severity = click.style(finding.severity, fg=_COLORS[finding.severity], bold=True)
    return f"{severity} {finding.code} {printable(f'{finding.about}: {finding.message}')}"


def _unread(commands: Sequence[str]) -> Iterator[str]:
    if commands:
        yield click.style("Not checked, because nothing is known about it. To see it, run:", bold=True) + "\n"
        yield from (f"  {printable(command)}\n" for command in commands)
