"""What is printed for a verdict, and which code is returned."""

import pytest

from function.check.check_file import CheckedFile
from function.check.errors import UnreadableFileError
from function.check.verdict import Verdict
from function.cli.report import report
from tests.findings import finding, resource

UNREADABLE = UnreadableFileError("b.infra", FileNotFoundError(2, "No such file"))
WRONG = Verdict((CheckedFile((resource("A", finding("error")),)),))
WARNED = Verdict((CheckedFile((resource("A", finding("warning")),)),))


@pytest.mark.parametrize(
    ("verdict", "unread", "code"),
    [
        (Verdict(()), [], 0),
        (WARNED, [], 0),
        (WRONG, [], 1),
        (Verdict(()), [UNREADABLE], 2),
        (WRONG, [UNREADABLE], 2),
    ],
)
def test_the_code_is_that_of_the_worst(verdict: Verdict, unread: list[UnreadableFileError], code: int) -> None:
    assert report(verdict, unread, output="concise", color=None) == code


def test_findings_are_output_and_the_rest_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    report(WRONG, [UNREADABLE], output="concise", color=None)
    done = capsys.readouterr()
    assert done.out == "f:1:1: EP100 a: b\n"
    assert done.err.endswith("1 path cannot be read.\nError: cannot read b.infra: no such file\n")


def test_json_is_all_that_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    report(WRONG, [], output="json", color=None)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("color", "styled"), [(True, True), (False, False), (None, False)])
def test_a_file_has_colours_only_on_request(
    capsys: pytest.CaptureFixture[str], color: bool | None, styled: bool
) -> None:
    report(WRONG, [], output="full", color=color)
    assert ("\x1b[" in capsys.readouterr().out) is styled
