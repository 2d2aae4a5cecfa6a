"""The console blocks of the pages show what their commands print."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_commands_shown import README, commands
from tests.test_docs import ROOT, blocks

ON_A_CONTROL_PLANE = {"quickstart.md"}
"""Pages whose commands start a control plane or need one: `make e2e` is for them."""


def steps(block: str) -> list[tuple[str, str]]:
    """Return the commands of a console block, each with what it prints."""
    assert block.startswith("$ ")
    found = (step.partition("\n") for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:])
    return [(command, printed.strip()) for command, _, printed in found]


CONSOLES = [steps(text) for page, text in blocks("console") if page not in ON_A_CONTROL_PLANE]
IN_THE_PROJECT = [console for console in CONSOLES if ".venv/bin/platformctl" in console[0][0]]
IN_AN_EMPTY_FOLDER = [step for console in CONSOLES if console not in IN_THE_PROJECT for step in console]
"""Commands of the README that follow each other in one folder, with `platformctl` on the path."""


def printed(command: str, folder: Path) -> str:
    """Return what a shell prints in a folder, with the commands of this environment on the path."""
    binaries = Path(sys.executable).parent
    environment = {name: value for name, value in os.environ.items() if name != "GITHUB_ACTIONS"}
    done = subprocess.run(
        ["sh", "-c", command.replace(".venv/bin/platformctl", f"{binaries}/platformctl")],
        cwd=folder,
        env={**environment, "PATH": f"{binaries}:{environment['PATH']}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.stdout.strip()


@pytest.mark.parametrize("console", IN_THE_PROJECT, ids=lambda console: console[0][0])
def test_console_blocks_show_what_the_commands_print(console: list[tuple[str, str]]) -> None:
    for command, expected in console:
        assert printed(command, ROOT) == expected


def test_a_new_user_gets_from_an_empty_folder_what_is_shown(tmp_path: Path) -> None:
    for command, expected in IN_AN_EMPTY_FOLDER:
        assert printed(command, tmp_path) == expected


def test_the_command_that_starts_it_lacks_only_an_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (start,) = [command for command in commands(README) if command.endswith(" --start")]
    engine = tmp_path / "bin" / "docker"
    engine.parent.mkdir()
    engine.write_text('#!/bin/sh\n[ "$2" = version ] || echo "started $*"\n')
    engine.chmod(0o755)
    monkeypatch.setenv("PATH", f"{engine.parent}:{os.environ['PATH']}")
    for command, _ in IN_AN_EMPTY_FOLDER[:2]:
        printed(command, tmp_path)
    assert printed(start, tmp_path).endswith("\nstarted compose --file compose.yaml up")


def test_the_readme_starts_with_an_empty_folder_and_ends_with_a_plan() -> None:
    words = [command.split()[1] for command, _ in IN_AN_EMPTY_FOLDER if "platformctl" in command]
    assert words == ["init", "validate", "up", "plan", "set-image", "plan"]
