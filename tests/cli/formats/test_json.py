import json

from function.check.check_file import CheckedFile
from function.check.verdict import Verdict
from function.cli.formats.json import report
from tests.findings import finding, resource


def test_without_files_all_keys_are_there() -> None:
    summary = {"files": 0, "ok": 0, "failed": 0, "skipped": 0, "errors": 0, "warnings": 0, "suppressed": 0}
    summary |= {"fixed": 0, "fixable": 0}
    assert json.loads(report(Verdict(()))) == {"version": 1, "summary": summary, "findings": []}


def test_numbers_are_those_of_all_files_and_kinds() -> None:
    files = (
        CheckedFile((resource("A", finding("error")), resource("B"), resource("B")), (finding("error"),), skipped=3),
        CheckedFile((resource("A", finding("warning")),), skipped=1),
    )
    assert json.loads(report(Verdict(files)))["summary"] == {
        "files": 2,
        "ok": 3,
        "failed": 1,
        "skipped": 4,
        "errors": 2,
        "warnings": 1,
        "suppressed": 0,
        "fixed": 0,
        "fixable": 0,
    }


def test_findings_are_in_the_order_of_the_file() -> None:
    file = CheckedFile((resource("A", finding("error", 7), finding("error", 2)),), unreadable=(finding("error", 5),))
    assert [found["line"] for found in json.loads(report(Verdict((file,))))["findings"]] == [2, 5, 7]


def test_the_document_ends_with_a_line_break() -> None:
    assert report(Verdict(())).endswith("}\n")
