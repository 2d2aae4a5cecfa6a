"""A command that needs a binding gets one without errors, or prints why there is none."""

import pytest

from function.check.errors import UnreadableFileError
from function.check.platform import Platform
from function.cli.usable import usable
from function.infra_files.claim import Target
from tests.cli.conftest import Run, Write

UNKNOWN = Platform(None, "platform.bizmatters.io")
TARGET = Target("platform.bizmatters.io", "payments")
VALID = "version: '1.0'\nenvironment: dev\n"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("version: '1.0'\n", "a.infra:1:1: EP101 environment: required field missing\n"),
        ("[]", "a.infra:1:1: EP420 must be an object"),
        (
            "version: '1.0'\nenvironment: ${NO_SUCH_VARIABLE}",
            "a.infra:2:14: EP402 variables without a value: NO_SUCH_VARIABLE",
        ),
    ],
)
@pytest.mark.usefixtures("run")
def test_errors_are_printed(write: Write, capsys: pytest.CaptureFixture[str], text: str, printed: str) -> None:
    assert usable(write("a.infra", text), (), TARGET, UNKNOWN) is None
    assert capsys.readouterr().err.startswith(printed)


@pytest.mark.usefixtures("run")
def test_warnings_are_printed_and_the_binding_is_usable(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    local = f"{VALID}streams: {{a: {{type: kafka, topic: t, brokers: 'localhost:9092'}}}}\n"
    assert usable(write("a.infra", local), (), TARGET, UNKNOWN) is not None
    assert "EP225" in capsys.readouterr().err


def test_a_missing_file_is_not_a_finding(run: Run) -> None:
    assert callable(run)
    with pytest.raises(UnreadableFileError):
        usable("nowhere.infra", (), TARGET, UNKNOWN)
