"""Commands run at the same time: one failure fails all, and an interruption ends all."""

import subprocess
import sys
from pathlib import Path

import pytest

from tools.e2e import together


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_lines_stand_under_the_name_of_their_command(capsys: pytest.CaptureFixture[str]) -> None:
    failed = together.run({"claims": python("print('one')"), "namespaced": python("print('two')")})
    assert not failed
    assert sorted(capsys.readouterr().out.splitlines()) == ["claims     | one", "namespaced | two"]


def test_errors_are_printed_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert together.run({"claims": python("raise SystemExit('no root')")})
    assert capsys.readouterr().out == "claims     | no root\n"


@pytest.mark.parametrize("codes", [(1, 0), (0, 1), (2, 2)])
def test_one_failure_is_a_failure(codes: tuple[int, int]) -> None:
    commands = zip(("claims", "namespaced"), codes, strict=True)
    assert together.run({scope: python(f"raise SystemExit({code})") for scope, code in commands})


def test_they_run_at_the_same_time(tmp_path: Path) -> None:
    """Each command waits for a file that the other one writes."""
    code = (
        "from pathlib import Path\nimport time\n"
        "Path({own!r}).touch()\nwhile not Path({other!r}).exists(): time.sleep(0.01)"
    )
    first, second = str(tmp_path / "first"), str(tmp_path / "second")
    commands = {
        "claims": python(code.format(own=first, other=second)),
        "namespaced": python(code.format(own=second, other=first)),
    }
    assert not together.run(commands)


def test_an_interruption_ends_both(tmp_path: Path) -> None:
    """The interrupted process passes SIGTERM on, waits for both, and ends as interrupted itself."""
    program = (
        "import signal, sys\nfrom tools.e2e import together\nfrom tools.playground import interruption\n"
        "interruption.expect()\n"
        "waits = [sys.executable, '-c', 'import time; print(\"started\", flush=True); time.sleep(60)']\n"
        "try:\n    together.run({'claims': waits, 'namespaced': waits})\n"
        "except KeyboardInterrupt:\n    print('interrupted')\n"
    )
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert sorted(process.stdout.readline() for _ in range(2)) == ["claims     | started\n", "namespaced | started\n"]
    process.terminate()
    assert process.communicate(timeout=30)[0] == "interrupted\n"
