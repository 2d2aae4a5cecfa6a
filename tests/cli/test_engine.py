"""The engine that is on PATH takes the place of the command, if it can read compose files."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from function.cli.engine import become

WORDS = ["docker", "compose", "--file", "a b.yaml", "up"]
CODE = f"from function.cli.engine import become; become({WORDS})"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def put(folder: Path, script: str) -> None:
    (folder / "docker").write_text(f"#!/bin/sh\n{script}\n")
    (folder / "docker").chmod(0o755)


def test_the_exit_code_is_that_of_the_engine(folder: Path) -> None:
    put(folder, '[ "$2" = version ] && exit 0\necho "$$ $*"\nexit 7')
    with subprocess.Popen([sys.executable, "-c", CODE], stdout=subprocess.PIPE, text=True) as started:
        assert started.stdout is not None
        assert started.stdout.read() == f"{started.pid} compose --file a b.yaml up\n"
    assert started.returncode == 7


@pytest.mark.parametrize("script", ["echo unknown command: compose >&2; exit 1", "exit 125"])
def test_an_engine_without_compose_is_told(folder: Path, script: str, capfd: pytest.CaptureFixture[str]) -> None:
    put(folder, script)
    with pytest.raises(click.ClickException) as caught:
        become(WORDS)
    hint = "install Docker Compose 2.24 or newer, or use --engine"
    assert str(caught.value) == f"cannot start docker: it has no command compose. Hint: {hint}"
    assert capfd.readouterr() == ("", "")


@pytest.mark.usefixtures("folder")
def test_without_an_engine_this_is_told() -> None:
    with pytest.raises(click.ClickException) as caught:
        become(WORDS)
    assert str(caught.value) == "cannot start docker. Hint: install it, or use --engine"


@pytest.mark.skipif(os.getuid() == 0, reason="root needs only one of the permissions")
def test_a_program_that_may_not_run_is_an_error_of_the_system(folder: Path) -> None:
    put(folder, "exit 0")
    (folder / "docker").chmod(0o400)
    with pytest.raises(PermissionError):
        become(WORDS)
