"""A repository of a team, with a claim and a .infra file, and the commands that its CI runs."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.editing import CLAIM, FILE

BIN = Path(sys.executable).parent
Shell = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository with nothing wrong in it."""
    folder = tmp_path / "repository"
    (folder / "claims").mkdir(parents=True)
    (folder / "claims/orders.yaml").write_text(CLAIM)
    (folder / "production.infra").write_text(FILE)
    (folder / "notes.txt").write_text("nothing to check\n")
    return folder


@pytest.fixture
def shell(repository: Path) -> Shell:
    """Run a command in the repository, with platformctl on PATH and no access to any configuration of git."""

    def run(*words: str, env: Mapping[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
        own = {
            "PATH": f"{BIN}:{os.environ['PATH']}",
            "HOME": str(repository.parent),
            "GIT_CONFIG_NOSYSTEM": "1",
            **{f"GIT_{who}_{what}": "test" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
            **(env or {}),
        }
        return subprocess.run(words, cwd=repository, env=own, capture_output=True, text=True, check=False)

    return run
