"""The wheel that `make wheel` builds contains all that the command line needs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.manual import pages

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
CLAIM = ROOT / "examples" / "eventdrivenservice" / "minimal" / "claim.yaml"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which the wheel, and nothing else of the project, is installed."""
    wheels, target = tmp_path_factory.mktemp("wheels"), tmp_path_factory.mktemp("installed")
    subprocess.run([BIN / "hatchling", "build", "-t", "wheel", "-d", wheels], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = wheels.glob("*.whl")
    install: list[str | Path] = [
        BIN / "uv",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        target,
        wheel,
    ]
    subprocess.run(install, check=True, capture_output=True)
    return target


def test_make_wheel_builds_it_like_this() -> None:
    rule = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\nwheel: ")[2].partition("\n\n")[0]
    assert "hatchling build -t wheel -d build/wheel" in rule


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        (["--version"], "platformctl 0."),
        (["help"], "Usage: platformctl"),
        (["render", str(CLAIM)], "kind: ScaledObject"),
        (["explain", "EP104"], "EP104\n"),
    ],
)
def test_the_wheel_works_where_only_it_is_installed(
    installed: Path, tmp_path: Path, words: list[str], printed: str
) -> None:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, installed / "bin" / "platformctl", *words],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert printed in done.stdout


def test_it_has_the_commands_and_no_tests(installed: Path) -> None:
    assert {path.name for path in (installed / "bin").iterdir()} >= {"platformctl", "function"}
    packages = {path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")}
    assert packages <= {"bin", "function", "share", ".lock", "LICENSE"}


def test_it_has_the_manual(installed: Path) -> None:
    found = {path.name: path.read_text(encoding="utf-8") for path in (installed / "share/man/man1").iterdir()}
    assert found == {Path(name).name: page for name, page in pages().items()}
