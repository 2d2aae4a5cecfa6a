"""What is printed for a verdict, and which code is returned."""

import pytest

from function.check.check_file import CheckedFile
from function.check.errors import UnreadableFileError
from function.check.verdict import Verdict
from function.cli.options import Findings
from function.cli.report import report
from tests.findings import finding, resource

UNREADABLE = UnreadableFileError("b.infra", FileNotFoundError(2, "No such file"))
DEFAULTS: Findings = {"output": "concise", "color": None, "select": (), "ignore": (), "fail_on": "error"}
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
    assert report(verdict, unread, **DEFAULTS) == code


def test_findings_are_output_and_the_rest_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    report(WRONG, [UNREADABLE], **DEFAULTS)
    done = capsys.readouterr()
    assert done.out == "f:1:1: EP100 a: b\n"
    assert done.err.endswith("1 path cannot be read.\nError: cannot read b.infra: no such file\n")


def test_json_is_all_that_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    report(WRONG, [], **(DEFAULTS | {"output": "json"}))
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("color", "styled"), [(True, True), (False, False), (None, False)])
def test_a_file_has_colors_only_on_request(
    capsys: pytest.CaptureFixture[str], color: bool | None, styled: bool
) -> None:
    report(WRONG, [], **(DEFAULTS | {"output": "full", "color": color}))
    assert ("\x1b[" in capsys.readouterr().out) is styled


@pytest.mark.parametrize(
    ("verdict", "fail_on", "code"),
    [
        (WRONG, "error", 1),
        (WRONG, "warning", 1),
        (WRONG, "never", 0),
        (WARNED, "error", 0),
        (WARNED, "warning", 1),
        (WARNED, "never", 0),
        (Verdict(()), "warning", 0),
    ],
)
def test_the_least_severity_that_fails_can_be_chosen(verdict: Verdict, fail_on: str, code: int) -> None:
    assert report(verdict, [], **(DEFAULTS | {"fail_on": fail_on})) == code


def test_a_file_that_cannot_be_read_fails_whatever_is_chosen() -> None:
    assert report(WARNED, [UNREADABLE], **(DEFAULTS | {"fail_on": "never"})) == 2


def test_findings_that_are_ignored_neither_fail_nor_count(capsys: pytest.CaptureFixture[str]) -> None:
    assert report(WRONG, [], **(DEFAULTS | {"ignore": ("EP1",), "fail_on": "warning"})) == 0
    done = capsys.readouterr()
    assert (done.out, done.err) == ("", "Checked 1 file: 1 A (1 ok, 0 failed), 0 other resources skipped. 0 errors.\n")
