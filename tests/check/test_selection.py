from collections.abc import Sequence
from dataclasses import replace

import pytest

from function.check.check_file import CheckedFile
from function.check.selection import is_selected, selected
from function.check.verdict import Suppressed, Verdict
from tests.findings import finding, resource

CODES = ("EP101", "EP104", "EP302")
FOUND = tuple(replace(finding("error"), code=code) for code in CODES)
VERDICT = Verdict((CheckedFile((resource("A", *FOUND), resource("B")), skipped=2),), {"f": b""})


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ([], [], CODES),
        (["EP"], [], CODES),
        (["EP1"], [], ["EP101", "EP104"]),
        (["EP104", "EP3"], [], ["EP104", "EP302"]),
        ([], ["EP10"], ["EP302"]),
        (["EP1"], ["EP101"], ["EP104"]),
        (["EP101"], ["EP1"], []),
        (["EP9"], [], []),
    ],
)
def test_findings_are_selected_by_the_beginning_of_their_code(
    select: Sequence[str], ignore: Sequence[str], codes: Sequence[str]
) -> None:
    found = selected(VERDICT, select, ignore)
    assert [finding.code for finding in found.findings] == list(codes)
    assert (len(found.files[0].resources), found.skipped, found.sources) == (2, 2, {"f": b""})
    assert found.failed is bool(codes)


def test_a_finding_about_no_file_can_be_ignored() -> None:
    verdict = Verdict((), others=(finding("error"),))
    assert selected(verdict, ["EP1"], []).failed
    assert not selected(verdict, [], ["EP1"]).failed


@pytest.mark.parametrize(("select", "ignore"), [(["EP9"], []), ([], ["EP"]), (["EP2"], ["EP1"])])
def test_content_that_could_not_be_checked_cannot_be_ignored(select: Sequence[str], ignore: Sequence[str]) -> None:
    verdict = Verdict((CheckedFile((resource("A", *FOUND),), (finding("error", 7),)),))
    assert [found.range.line for found in selected(verdict, select, ignore).findings] == [7]


def test_suppressed_warnings_are_selected_too() -> None:
    hidden = tuple(Suppressed(replace(finding("warning"), code=code), "why") for code in ("EP302", "EP501"))
    found = selected(Verdict((), suppressed=hidden), ["EP5"], [])
    assert [suppressed.finding.code for suppressed in found.suppressed] == ["EP501"]
    assert selected(Verdict((), suppressed=hidden), [], ["EP"]).suppressed == ()


@pytest.mark.parametrize(
    ("select", "ignore", "expected"), [([], [], True), (["EP10"], [], True), (["EP3"], [], False), ([], ["EP1"], False)]
)
def test_one_finding_is_selected_in_the_same_way(select: Sequence[str], ignore: Sequence[str], expected: bool) -> None:
    assert is_selected(select, ignore)(FOUND[0]) is expected
