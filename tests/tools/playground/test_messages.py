"""Messages need a playground with NATS: one line says so."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.playground.product import ROOT
from tools.playground.state import Facts, State


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> State:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return State("without-nats")


def called(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tools.playground.messages", *words]
    return subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("words", [("publish", "JOBS", "5"), ("consume", "JOBS", "workers", "5")])
def test_there_is_no_playground(state: State, words: tuple[str, ...]) -> None:
    done = called("--name", state.name, *words)
    assert done.returncode == 2
    assert done.stderr == "messages: there is no playground without-nats with NATS. start it: make playground\n"


def test_the_playground_has_no_nats(state: State) -> None:
    state.folder.mkdir(parents=True)
    state.complete(Facts("100.100.1.2", "claims", keda=False))
    assert called("--name", state.name, "publish", "JOBS", "5").returncode == 2


@pytest.mark.parametrize("words", [("publish", "JOBS"), ("publish", "JOBS", "many"), ("consume", "JOBS", "5"), ()])
def test_other_words_are_a_mistake(words: tuple[str, ...]) -> None:
    done = called(*words)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: ")
