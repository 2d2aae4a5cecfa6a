"""What happens where nobody can be written to; streams of this process would not tell what its exit does."""

import subprocess
import sys

import pytest

from function.cli.output import colored, write

SETUP = {
    "gone": "read, write_end = os.pipe(); os.close(read); os.dup2(write_end, {fd})",
    "full": "os.dup2(os.open('/dev/full', os.O_WRONLY), {fd})",
}


def written(state: str, *, err: bool) -> subprocess.CompletedProcess[str]:
    """Return the end of a process that writes three times to a stream in some state."""
    setup = SETUP[state].format(fd=2 if err else 1)
    code = f"import os; from function.cli.output import write; {setup}; [write('a' * 99999, err={err}) for _ in 'abc']"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_a_text_is_written_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    write("a\n")
    write("b", err=True)
    assert tuple(capsys.readouterr()) == ("a\n", "b")


@pytest.mark.parametrize("err", [False, True])
def test_a_reader_that_has_gone_away_is_no_error(err: bool) -> None:
    done = written("gone", err=err)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_standard_error_that_cannot_be_written_is_none() -> None:
    assert written("full", err=True).returncode == 0


def test_standard_output_that_cannot_be_written_is_an_error() -> None:
    done = written("full", err=False)
    assert "No space left on device" in done.stderr
    assert done.returncode != 0


@pytest.mark.parametrize(
    ("terminal", "environment", "expected"),
    [
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"TERM": "dumb"}, False),
        (True, {"NO_COLOR": ""}, True),
        (True, {}, True),
    ],
)
def test_color_is_for_terminals_that_show_it(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, environment: dict[str, str], expected: bool
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert colored() is expected
