from typing import Any

from hypothesis import given
from tap.parser import Parser

from function.check.check_file import CheckedFile
from function.check.verdict import Verdict
from function.cli.formats.tap import report
from tests.findings import finding, resource
from tests.hostile import obeyed
from tests.hostile_findings import EXAMPLES, VERDICTS


def points(verdict: Verdict) -> list[Any]:
    """Return the test points of a report in which the parser knows every line, and the plan is right."""
    lines: list[Any] = list(Parser().parse_text(report(verdict)))
    version, plan, results = lines[0], lines[1], lines[2:]
    assert version.version == 14
    assert plan.expected_tests == len(results)
    assert [result.category for result in results] == ["test"] * len(results)
    assert [result.number for result in results] == list(range(1, len(results) + 1))
    assert not any(result.skip or result.todo for result in results)
    return results


def test_without_resources_the_plan_is_empty() -> None:
    assert report(Verdict((CheckedFile(skipped=3),))) == "TAP version 14\n1..0\n"


def test_a_resource_with_errors_is_not_ok_and_one_with_warnings_is() -> None:
    file = CheckedFile(
        (resource("A", finding("error", 2), finding("warning", 3)), resource("B", finding("warning", 4)))
    )
    failing, warned = points(Verdict((file,)))
    assert (failing.ok, warned.ok) == (False, True)
    assert failing.yaml_block == {"errors": ["f:2:1: EP100 a: b"], "warnings": ["f:3:1: EP100 a: b"]}
    assert warned.yaml_block == {"warnings": ["f:4:1: EP100 a: b"]}


def test_a_name_is_no_directive() -> None:
    (point,) = points(Verdict((CheckedFile((resource("A # SKIP x", finding("error")),)),)))
    assert (point.ok, point.description) == (False, r"- A \\x23 SKIP x in f")


@EXAMPLES
@given(VERDICTS)
def test_whatever_the_texts_each_resource_is_a_point(verdict: Verdict) -> None:
    assert obeyed(report(verdict)) == ""
    unreadable = [file for file in verdict.files if file.unreadable]
    assert len(points(verdict)) == len(verdict.files) + len(unreadable)
