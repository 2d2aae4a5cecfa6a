from dataclasses import replace

import click
from hypothesis import given

from function.check.check_file import CheckedFile
from function.check.finding import Finding
from function.check.verdict import Verdict
from function.cli.formats.full import report
from function.yaml.node import Range
from tests.findings import finding, resource
from tests.hostile import obeyed
from tests.hostile_findings import EXAMPLES, VERDICTS


def printed(source: str, *findings: Finding) -> str:
    file = CheckedFile((resource("A", *findings),))
    return click.unstyle(report(Verdict((file,), {"f": source.encode()})))


def test_without_findings_nothing_is_printed() -> None:
    assert report(Verdict((CheckedFile((resource("A"),)),))) == ""


def test_the_place_is_marked_in_its_line() -> None:
    found = replace(finding("error"), range=Range(2, 9, 2, 15), message="spec.size: got 'xlarge'")
    assert printed("spec:\n  size: xlarge # or\n", found) == (
        "f:2:9 error EP100 spec.size: got 'xlarge'\n2 |   size: xlarge\n  |         ^^^^^^\n\n"
    )


def test_a_wide_character_takes_two_columns() -> None:
    found = replace(finding("warning"), range=Range(1, 6, 1, 8), message="got 名字")
    assert printed("'名': 名字", found).splitlines()[1:] == ["1 | '名': 名字", "  |       ^^^^", ""]


def test_a_finding_without_a_source_has_no_line() -> None:
    file = CheckedFile(unreadable=(finding("error"),))
    assert click.unstyle(report(Verdict((file,)))) == "f:1:1 error EP100 a: b\n\n"


def test_each_finding_shows_the_line_of_its_own_file() -> None:
    other = replace(finding("warning"), file="g")
    verdict = Verdict((CheckedFile((resource("A", finding("error"), other),)),), {"f": b"a: 1", "g": b"b: 2"})
    lines = click.unstyle(report(verdict)).splitlines()
    assert [line for line in lines if " | " in line and "^" not in line] == ["1 | a: …", "1 | b: …"]


def test_errors_and_warnings_have_different_colors() -> None:
    verdict = Verdict((CheckedFile((resource("A", finding("error"), finding("warning", 2)),)),))
    assert "\x1b[31m\x1b[1merror\x1b[0m" in report(verdict)
    assert "\x1b[33m\x1b[1mwarning\x1b[0m" in report(verdict)


@EXAMPLES
@given(VERDICTS)
def test_without_colors_nothing_is_obeyed(verdict: Verdict) -> None:
    assert obeyed(click.unstyle(report(verdict))) == ""
