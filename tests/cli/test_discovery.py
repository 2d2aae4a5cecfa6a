"""A command or an output format is one module: put into a copy of the sources, it is there."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import function

START = "import sys; from function.cli import main; sys.exit(main())"
COMMAND = '''\
"""Count the words."""

import click


@click.command(short_help=__doc__)
@click.argument("words", nargs=-1)
def command(words: tuple[str, ...]) -> None:
    """Count words."""
    click.echo(len(words))
'''
FORMAT = '''\
"""The number of files."""

from function.check.verdict import Verdict
from function.cli.formats._format import Format


def report(verdict: Verdict) -> str:
    """Return the number."""
    return f"{len(verdict.files)} files\\n"


FORMAT = Format(report, summary=False)
'''


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a folder with a copy of the sources, to which a command and a format were added."""
    sources = tmp_path / "function"
    shutil.copytree(Path(function.__path__[0]), sources, ignore=shutil.ignore_patterns("__pycache__"))
    (sources / "cli" / "commands" / "count.py").write_text(COMMAND)
    (sources / "cli" / "formats" / "number.py").write_text(FORMAT)
    (tmp_path / "claim.yaml").write_text("kind: Pod\n")
    return tmp_path


def start(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", START, *words], cwd=folder, capture_output=True, text=True, check=False
    )


def test_a_module_is_a_command(copy: Path) -> None:
    assert re.search("^  count +Count the words.$", start(copy, "--help").stdout, re.MULTILINE)
    assert start(copy, "count", "a", "b").stdout == "2\n"
    assert "Did you mean 'count'?" in start(copy, "cuont").stderr


def test_a_module_is_an_output_format(copy: Path) -> None:
    done = start(copy, "validate", "-o", "number", "claim.yaml")
    assert (done.stdout, done.stderr, done.returncode) == ("1 files\n", "", 0)
    assert json.loads(start(copy, "validate", "-o", "json", "claim.yaml").stdout)["summary"]["files"] == 1
