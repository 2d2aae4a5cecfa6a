from function.check.check_file import CheckedFile
from function.check.verdict import Verdict
from function.cli.formats.concise import report
from tests.findings import finding, resource


def test_without_findings_nothing_is_printed() -> None:
    assert report(Verdict(())) == report(Verdict((CheckedFile((resource("A"),), skipped=2),))) == ""


def test_findings_are_in_the_order_of_the_file() -> None:
    file = CheckedFile((resource("A", finding("error", 7), finding("error", 2)),), unreadable=(finding("error", 5),))
    assert report(Verdict((file,))) == "f:2:1: EP100 a: b\nf:5:1: EP100 a: b\nf:7:1: EP100 a: b\n"
