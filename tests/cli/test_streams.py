"""Closed, full and endless streams, and readers that go away: what a shell sees of them."""

import subprocess
import sys

import pytest

from tests.cli.conftest import Run, Write

START = "import sys; from function.cli import main; sys.exit(main())"


def shell(command: str) -> subprocess.CompletedProcess[str]:
    """Run a line of bash; `platformctl` is this one."""
    words = f"set -o pipefail; platformctl() {{ {sys.executable} -c '{START}' \"$@\"; }}; {command}"
    return subprocess.run(["bash", "-c", words], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("platformctl render c.yaml | true", 0),
        ("platformctl render c.yaml | head -n 1 >/dev/null", 0),
        ("platformctl validate many.yaml | head -n 1 >/dev/null", 1),
        ("platformctl validate many.yaml 2>&1 | true", 1),
        ("platformctl explain | true", 0),
        ("platformctl --help | true", 0),
        ("platformctl validat 2>&1 | true", 3),
        ("platformctl validate nowhere 2>&1 | true", 2),
    ],
)
def test_a_reader_that_goes_away_is_no_error_of_ours(
    write: Write, run: Run, claim: str, command: str, code: int
) -> None:
    write("c.yaml", claim)
    write("many.yaml", claim + "".join(f"  unknown{number}: 1\n" for number in range(300)))
    done = shell(command)
    assert done.returncode == code
    assert "Error" not in done.stderr
    assert "Exception" not in done.stderr


@pytest.mark.parametrize(
    ("command", "error"),
    [
        ("platformctl validate c.yaml >&-", "cannot write to standard output: closed"),
        ("platformctl render c.yaml >&-", "cannot write to standard output: closed"),
        ("platformctl --help >&-", "cannot write to standard output: closed"),
        ("platformctl render - <&-", "cannot read <stdin>: closed"),
        ("platformctl render c.yaml --platform-config - <&-", "cannot read <stdin>: closed"),
        ("platformctl render c.yaml >/dev/full", "cannot continue: no space left on device"),
        ("platformctl render /dev/zero", "cannot read /dev/zero: larger than 16 MiB"),
        ("platformctl render - </dev/zero", "cannot read <stdin>: larger than 16 MiB"),
        ("platformctl render c.yaml --platform-config /dev/zero", "cannot read /dev/zero: larger than 16 MiB"),
        ("platformctl render c.yaml --observed /dev/zero", "cannot read /dev/zero: larger than 16 MiB"),
    ],
)
def test_a_stream_that_is_of_no_use_is_one_line_and_exits_with_2(
    write: Write, run: Run, claim: str, command: str, error: str
) -> None:
    write("c.yaml", claim)
    done = shell(command)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"Error: {error}\n")


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("platformctl validate - <&-", 2),
        ("platformctl validate c.yaml <&-", 0),
        ("platformctl validate c.yaml 2>&-", 0),
        ("platformctl validate c.yaml 2>/dev/full", 0),
        ("platformctl validat 2>&-", 3),
        ("platformctl validate nowhere 2>&-", 2),
        ("platformctl validate <(cat c.yaml)", 0),
        ("platformctl validate /dev/stdin <c.yaml", 0),
        ("platformctl validate - <c.yaml", 0),
    ],
)
def test_a_stream_that_is_not_needed_may_be_closed_and_a_pipe_may_be_named(
    write: Write, run: Run, claim: str, command: str, code: int
) -> None:
    write("c.yaml", claim)
    assert shell(command).returncode == code
