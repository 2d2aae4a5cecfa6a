import json

from hypothesis import given

from function.check.check_file import CheckedFile
from function.check.verdict import Verdict
from function.cli.formats.jsonl import report
from tests.findings import finding, resource
from tests.hostile import obeyed
from tests.hostile_findings import EXAMPLES, VERDICTS


def test_without_findings_nothing_is_printed() -> None:
    assert report(Verdict((CheckedFile((resource("A"),), skipped=2),))) == ""


def test_each_line_is_a_finding_with_all_keys() -> None:
    findings = (finding("error", 2), finding("warning", 5))
    lines = report(Verdict((CheckedFile((resource("A", *findings),)),))).splitlines()
    assert [json.loads(line) for line in lines] == [found.as_json() for found in findings]


@EXAMPLES
@given(VERDICTS)
def test_whatever_the_texts_a_line_is_a_finding(verdict: Verdict) -> None:
    printed = report(verdict)
    assert obeyed(printed) == ""
    assert [json.loads(line) for line in printed.splitlines()] == [found.as_json() for found in verdict.findings]
