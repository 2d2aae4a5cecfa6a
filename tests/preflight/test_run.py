import socket
import subprocess
import sys
from pathlib import Path

import pytest

from function.base.preflight import COMMAND, FORBIDDEN, PASSED, REFUSED, plan, results
from function.base.preflight_target import Endpoint
from function.preflight.run import run


def anywhere(_address: str) -> None:
    return None


def test_results_are_left_where_kubernetes_finds_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        other: int = closed.getsockname()[1]
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        reached, missed = Endpoint("127.0.0.1", port), Endpoint("127.0.0.1", other)
        assert run([plan([reached])], tmp_path / "first", anywhere) == 0
        assert run([plan([missed, reached])], tmp_path / "second", anywhere) == 1
    assert results((tmp_path / "first").read_text(), 1) == (PASSED,)
    assert results((tmp_path / "second").read_text(), 2) == (REFUSED, PASSED)
    assert capsys.readouterr().out == f"{reached} passed\n{missed} refused\n{reached} passed\n"


def test_the_machine_itself_is_forbidden(tmp_path: Path) -> None:
    assert run([plan([Endpoint("localhost", 80)])], tmp_path / "log") == 1
    assert results((tmp_path / "log").read_text(), 1) == (FORBIDDEN,)


@pytest.mark.parametrize("arguments", [[], ["--help"], ["{}"], ["[]"], [plan([Endpoint("a", 1)]), "b"]])
def test_without_a_plan_nothing_is_done(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments, tmp_path / "log") == 2
    assert not (tmp_path / "log").exists()
    assert capsys.readouterr().err.startswith("function preflight: needs a plan as its only argument. ")


def test_it_is_a_command_of_the_image() -> None:
    command = [sys.executable, "-m", "function.main", COMMAND, "no plan"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (2, "")


def test_a_server_has_none_of_its_code() -> None:
    code = "import sys, function.main; print([name for name in sys.modules if name.startswith('function.preflight')])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
