"""For people: each finding with the line of the file, and a mark under the place; colors on a terminal."""

from unicodedata import east_asian_width

import click

from function.base.printable import printable
from function.check.excerpt import excerpt
from function.check.finding import Finding
from function.check.verdict import Verdict
from function.cli.formats._format import FIXABLE, Format
from function.yaml.lines import lines

_COLORS = {"error": "red", "warning": "yellow"}


def report(verdict: Verdict) -> str:
    """Return the findings with ANSI colors, which `write` removes where they do not belong."""
    file, text = "", ""
    found: list[str] = []
    for finding in verdict.findings:
        if finding.file != file:
            file = finding.file
            found = lines(verdict.sources[file]) if file in verdict.sources else []
        text += f"{_head(finding)}{FIXABLE if finding.fixable else ''}\n{_marked(found, finding)}\n"
    return text


def _head(finding: Finding) -> str:
    place = printable(f"{finding.file}:{finding.range.line}:{finding.range.column}")
    severity = click.style(finding.severity, fg=_COLORS[finding.severity], bold=True)
    return f"{click.style(place, bold=True)} {severity} {finding.code} {printable(finding.message)}"


def _marked(found: list[str], finding: Finding) -> str:
    """Return the line of the file, and carets below the place; "" if there is no such line."""
    shown = excerpt(found, finding)
    if shown is None:
        return ""
    number = str(finding.range.line)
    carets = click.style("^" * max(1, _width(shown.place)), fg=_COLORS[finding.severity], bold=True)
    line = f"{number} | {shown.before}{shown.place}{shown.after}".rstrip()
    return f"{line}\n{' ' * len(number)} | {' ' * _width(shown.before)}{carets}\n"


def _width(text: str) -> int:
    """Return the columns that a text takes on a terminal."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


FORMAT = Format(report, summary=True)
