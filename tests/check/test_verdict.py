"""Numbers and findings of several files."""

from dataclasses import replace

import pytest

from function.check.check_file import CheckedFile
from function.check.verdict import KindCount, Verdict
from tests.findings import finding, resource

VERDICT = Verdict(
    (
        CheckedFile(
            (resource("B", finding("error", 7), finding("error", 2)), resource("A", finding("warning", 9))),
            unreadable=(finding("error", 5),),
            skipped=3,
        ),
        CheckedFile((resource("B"),), skipped=1),
        CheckedFile((resource(None, finding("error")),)),
    )
)


@pytest.mark.parametrize(
    ("file", "failed"),
    [
        (CheckedFile(), False),
        (CheckedFile((resource("A", finding("warning")),), skipped=2), False),
        (CheckedFile((resource("A", finding("warning"), finding("error")),)), True),
        (CheckedFile(unreadable=(finding("error"),)), True),
    ],
)
def test_one_error_in_any_file_fails(file: CheckedFile, failed: bool) -> None:
    assert Verdict((CheckedFile(), file, CheckedFile())).failed is failed


def test_without_files_nothing_fails_and_nothing_is_counted() -> None:
    empty = Verdict(())
    assert (empty.failed, empty.skipped, empty.kinds, empty.findings, empty.count("error")) == (False, 0, {}, [], 0)


def test_a_finding_about_no_file_is_the_last_and_fails() -> None:
    verdict = Verdict((CheckedFile((resource("A"),)),), others=(finding("error", 3),))
    assert (verdict.failed, verdict.count("error"), verdict.kinds) == (True, 1, {"A": KindCount(ok=1, failed=0)})
    assert VERDICT._replace(others=(finding("warning", 3),)).findings[-1] == finding("warning", 3)


def test_findings_are_in_the_order_of_the_files_and_of_the_lines_in_each() -> None:
    assert [found.range.line for found in VERDICT.findings] == [2, 5, 7, 9, 1]


def test_resources_are_counted_by_kind_whichever_file_they_are_in() -> None:
    assert list(VERDICT.kinds.items()) == [
        ("A", KindCount(ok=1, failed=0)),
        ("B", KindCount(ok=1, failed=1)),
        ("object without a kind", KindCount(ok=0, failed=1)),
    ]


def test_findings_and_other_resources_are_counted_over_all_files() -> None:
    assert (VERDICT.count("error"), VERDICT.count("warning"), VERDICT.skipped) == (4, 1, 4)


def test_only_the_findings_that_are_named_can_be_fixed() -> None:
    first, second = (replace(finding("error", line), fixable=True) for line in (1, 2))
    verdict = Verdict((CheckedFile((resource("A", first), resource("B", second, finding("warning", 3)))),))
    assert verdict.fixable == 2
    assert [found.fixable for found in verdict.with_fixable({second}).findings] == [False, True, False]
    assert verdict.with_fixable(()).fixable == 0
    assert VERDICT.with_fixable({first}) is VERDICT
