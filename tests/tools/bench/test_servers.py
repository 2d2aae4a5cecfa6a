import sys
from pathlib import Path

import pytest

from tools.bench.servers import PYTHON, ServerError, calling, running

EMPTY = [sys.executable, "-m", "tools.bench.empty"]


def test_a_function_is_called_while_it_runs(tmp_path: Path) -> None:
    with running(PYTHON, EMPTY, tmp_path / "log") as server, calling(server) as call:
        assert call(b"anything") == b""
        assert 5 < server.resident < 500
    assert not Path(f"/proc/{server.pid}").exists()


def test_it_is_stopped_when_something_fails(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), running(PYTHON, EMPTY, tmp_path / "log") as server:
        raise ZeroDivisionError
    assert not Path(f"/proc/{server.pid}").exists()


def test_a_function_that_ends_at_once_is_named(tmp_path: Path) -> None:
    with (
        pytest.raises(ServerError, match=r"broken ended with 2, see .*/log"),
        running("broken", [*EMPTY, "--unknown"], tmp_path / "log"),
    ):
        pass
    assert "unrecognized arguments" in (tmp_path / "log").read_text()
