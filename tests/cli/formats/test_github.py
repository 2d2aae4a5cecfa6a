"""Workflow commands, read back as the runner of GitHub Actions reads them."""

import re
from dataclasses import replace

from hypothesis import given

from function.check.check_file import CheckedFile
from function.check.finding import Finding
from function.check.verdict import Verdict
from function.cli.formats.github import report
from function.yaml.node import Range
from tests.findings import finding
from tests.hostile import obeyed
from tests.hostile_findings import EXAMPLES, VERDICTS

COMMAND = re.compile(r"::(error|warning) ((?:[A-Za-z]+=[^:,\r\n]*,?)+)::([^\r\n]*)")


def printed(found: Finding) -> str:
    return report(Verdict((CheckedFile(unreadable=(found,)),)))


def read(line: str) -> tuple[str, dict[str, str], str]:
    """Return the command of a line: its name, properties, and message."""
    match = COMMAND.fullmatch(line)
    assert match, line
    properties = dict(item.split("=", 1) for item in match[2].split(","))
    return match[1], {name: unescaped(value) for name, value in properties.items()}, unescaped(match[3])


def unescaped(text: str) -> str:
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


def test_without_findings_nothing_is_printed() -> None:
    assert report(Verdict((CheckedFile(),))) == ""


def test_a_finding_is_a_command_with_its_place() -> None:
    assert printed(finding("warning", 3)) == (
        "::warning title=platformctl EP100,file=f,line=3,col=1,endLine=3,endColumn=2::EP100 a: b\n"
    )


def test_a_range_over_several_lines_has_no_end_column() -> None:
    assert "endLine=4::" in printed(replace(finding("error"), range=Range(2, 5, 4, 3)))


def test_separators_in_a_file_name_are_escaped_and_in_a_message_only_percent_signs() -> None:
    line = printed(replace(finding("error"), file="a,b:c%.yaml", message="100%, a::b"))
    assert "file=a%2Cb%3Ac%25.yaml,line" in line
    assert line.endswith("::EP100 100%25, a::b\n")


def test_a_line_break_ends_no_command() -> None:
    assert printed(replace(finding("error"), message="a\n::error::b", file="f\r\n")).count("\n") == 1


@EXAMPLES
@given(VERDICTS)
def test_each_line_is_the_command_of_a_finding(verdict: Verdict) -> None:
    lines = report(verdict).split("\n")[:-1]
    commands = [read(line) for line in lines]
    assert [(name, int(properties["line"])) for name, properties, _ in commands] == [
        (found.severity, found.range.line) for found in verdict.findings
    ]
    assert [text for line in lines if (text := obeyed(line.removeprefix("::")))] == []
