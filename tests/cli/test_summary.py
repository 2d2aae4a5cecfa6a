"""The closing line counts in words that fit the number."""

import pytest

from function.check.check_file import CheckedFile
from function.check.verdict import Suppressed, Verdict
from function.cli.summary import summary
from tests.findings import finding, resource


def test_suppressed_warnings_are_counted() -> None:
    verdict = Verdict((CheckedFile(),), suppressed=(Suppressed(finding("warning"), "why"),))
    assert summary(verdict) == "Checked 1 file. 0 errors, 1 suppressed."


MANY = (
    CheckedFile((resource("B", finding("error"), finding("error")), resource("A", finding("warning")))),
    CheckedFile((resource("B"),)),
)


@pytest.mark.parametrize(
    ("files", "line"),
    [
        ((), "Checked 0 files. 0 errors."),
        ((CheckedFile(unreadable=(finding("error"),)),), "Checked 1 file. 1 error."),
        ((CheckedFile(skipped=1),), "Checked 1 file: 1 other resource skipped. 0 errors."),
        (
            (CheckedFile(unreadable=(finding("error"),)), CheckedFile(skipped=4)),
            "Checked 2 files: 4 other resources skipped. 1 error.",
        ),
        (
            (CheckedFile((resource("A", finding("warning"), finding("warning")),)),),
            "Checked 1 file: 1 A (1 ok, 0 failed), 0 other resources skipped. 0 errors, 2 warnings.",
        ),
        (
            MANY,
            (
                "Checked 2 files: 1 A (1 ok, 0 failed), 2 B (1 ok, 1 failed), 0 other resources skipped. "
                "2 errors, 1 warning."
            ),
        ),
        (
            (CheckedFile((resource("A\n::error::x"),)),),
            r"Checked 1 file: 1 A\n::error::x (1 ok, 0 failed), 0 other resources skipped. 0 errors.",
        ),
        (
            (CheckedFile((resource(None, finding("error")),)),),
            "Checked 1 file: 1 object without a kind (0 ok, 1 failed), 0 other resources skipped. 1 error.",
        ),
    ],
)
def test_the_closing_line(files: tuple[CheckedFile, ...], line: str) -> None:
    assert summary(Verdict(files)) == line


@pytest.mark.parametrize(
    ("files", "unread", "line"),
    [
        ((), 1, "Checked 0 files. 1 path cannot be read."),
        (
            (CheckedFile((resource("A"),)),),
            2,
            "Checked 1 file: 1 A (1 ok, 0 failed), 0 other resources skipped. 2 paths cannot be read.",
        ),
        (
            (CheckedFile((resource("A", finding("warning")),)),),
            1,
            "Checked 1 file: 1 A (1 ok, 0 failed), 0 other resources skipped. 1 warning. 1 path cannot be read.",
        ),
        (
            (CheckedFile(unreadable=(finding("error"),)),),
            1,
            "Checked 1 file. 1 error. 1 path cannot be read.",
        ),
    ],
)
def test_no_errors_are_claimed_only_if_every_path_was_read(
    files: tuple[CheckedFile, ...], unread: int, line: str
) -> None:
    assert summary(Verdict(files), unread) == line
