"""The closing line counts in words that fit the number."""

import json

import pytest

from function.base.problems import Severity
from function.check.check_file import Examined
from function.check.finding import Finding
from function.check.resource import Resource
from function.cli import report
from function.yaml.node import Node, Range

PLACE = Range(1, 1, 1, 2)


def finding(severity: Severity, line: int = 1) -> Finding:
    place = Range(line, 1, line, 2)
    return Finding(code="EP100", severity=severity, message="a: b", file="f", document=1, range=place)


def ours(kind: str | None, *severities: Severity) -> tuple[Resource, list[Finding]]:
    return Resource("f", 1, Node(None, PLACE), {"kind": kind}), [finding(severity) for severity in severities]


@pytest.mark.parametrize(
    ("examined", "line"),
    [
        ([], "Checked 0 files: 0 other resources skipped. 0 errors."),
        ([Examined(skipped=1)], "Checked 1 file: 1 other resource skipped. 0 errors."),
        (
            [Examined(unreadable=[finding("error")]), Examined(skipped=4)],
            "Checked 2 files: 4 other resources skipped. 1 error.",
        ),
        (
            [Examined([ours("B", "error", "error"), ours("A", "warning")]), Examined([ours("B")])],
            (
                "Checked 2 files: 1 A (1 ok, 0 failed), 2 B (1 ok, 1 failed), 0 other resources skipped. "
                "2 errors, 1 warning."
            ),
        ),
        ([Examined([ours(None, "error")])], "Checked 1 file: 1 object without a kind (0 ok, 1 failed), 0 other"),
    ],
)
def test_the_closing_line(examined: list[Examined], line: str) -> None:
    assert report.summary(examined).startswith(line)


def test_findings_stand_in_the_order_of_the_file() -> None:
    examined = Examined([(ours("A")[0], [finding("error", 7), finding("error", 2)])], 0, [finding("error", 5)])
    assert report.as_lines([examined]) == ["f:2:1: EP100 a: b", "f:5:1: EP100 a: b", "f:7:1: EP100 a: b"]
    assert [each["line"] for each in json.loads(report.as_json([examined]))["findings"]] == [2, 5, 7]


@pytest.mark.parametrize(("severity", "failed"), [("warning", False), ("error", True)])
def test_only_errors_fail(severity: Severity, failed: bool) -> None:
    assert Examined([ours("A", severity)]).failed is failed
