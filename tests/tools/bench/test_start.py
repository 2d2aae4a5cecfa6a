import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.bench.test_servers import EMPTY
from tools.bench.servers import PYTHON
from tools.bench.start import started, timed, write_claims

COMMANDS = timed(Path(sys.executable).parent)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_that_is_timed_succeeds(name: str, tmp_path: Path) -> None:
    write_claims(tmp_path, 2)
    done = subprocess.run(COMMANDS[name], capture_output=True, check=False, cwd=tmp_path, text=True)
    assert done.returncode == 0
    assert "validate" not in name or "2 EventDrivenService (2 ok, 0 failed)" in done.stderr


def test_a_function_is_stopped_after_its_first_answer(tmp_path: Path) -> None:
    found = started(PYTHON, EMPTY, b"", tmp_path / "log")
    assert found.seconds > 0
    assert found.resident > 5
