"""Commands that cannot run are rejected in one line; a cluster that is not ours keeps the product."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tools.e2e import __main__ as e2e
from tools.playground.product import ROOT


def called(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"XDG_STATE_HOME": str(folder)}
    command = [sys.executable, "-m", "tools.e2e", "--name", "no-such-run", *words]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_a_scenario_that_is_not_there(tmp_path: Path) -> None:
    done = called(tmp_path, "--only", "nonsense")
    assert done.returncode == 2
    assert done.stderr.startswith("e2e: there is no scenario nonsense. there are autoscaling, binding_ref, ")
    assert done.stderr.count("\n") == 1


def test_a_scope_that_is_not_there(tmp_path: Path) -> None:
    done = called(tmp_path, "--scope", "everything")
    assert done.returncode == 2
    assert "invalid choice: 'everything'" in done.stderr


def test_a_name_that_is_no_folder_of_its_own(tmp_path: Path) -> None:
    done = called(tmp_path, "--name", "../other")
    assert done.returncode == 2
    assert done.stderr.startswith("e2e: PLAYGROUND must be ")


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """Return the commands that are run, none of which is executed, on the cluster of KUBECONFIG."""
    found: list[Sequence[str]] = []

    def run(command: Sequence[str], **_: object) -> tuple[int, str]:
        found.append(command)
        return 0, ""

    monkeypatch.setattr("tools.playground.child.run", run)
    monkeypatch.setattr(e2e, "_KEPT", tmp_path / "kept")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("KUBECONFIG", str(tmp_path / "kubeconfig"))
    return found


def test_on_a_cluster_of_others_the_product_is_kept(
    commands: list[Sequence[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["e2e"])
    assert e2e.main() == 0
    assert " ".join(commands[0]).endswith("-o junit_suite_name=cluster")
    assert "-m not last" in " ".join(commands[0])


def test_it_is_removed_if_that_is_asked_for_by_name(
    commands: list[Sequence[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["e2e", "--only", "deletion"])
    assert e2e.main() == 0
    assert "not last" not in commands[0]


def test_a_part_of_no_scope(tmp_path: Path) -> None:
    done = called(tmp_path, "--part", "1/2")
    assert done.returncode == 2
    assert done.stderr.endswith("error: --part needs --scope\n")


@pytest.mark.parametrize("text", ["0/2", "3/2", "half"])
def test_a_part_that_is_not_there(tmp_path: Path, text: str) -> None:
    done = called(tmp_path, "--part", text)
    assert done.returncode == 2
    assert f"argument --part: invalid share value: '{text}'" in done.stderr
