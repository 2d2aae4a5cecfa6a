import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.bench.test_servers import EMPTY
from tools.bench.servers import PYTHON
from tools.bench.start import started, timed

COMMANDS = timed(Path(sys.executable).parent)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_that_is_timed_succeeds(name: str) -> None:
    assert subprocess.run(COMMANDS[name], capture_output=True, check=False).returncode == 0


def test_a_function_is_stopped_after_its_first_answer(tmp_path: Path) -> None:
    found = started(PYTHON, EMPTY, b"", tmp_path / "log")
    assert found.seconds > 0
    assert found.resident > 5
