"""Every command that prints for people has colors on a terminal alone, and only if nobody objects."""

import sys

import pytest

from tests.cli.conftest import Run, Write
from tests.suites.running import case

ESCAPE = "\x1b"
COLORED = [
    ["validate", "-o", "full", "wrong.yaml"],
    ["test", "-o", "full", "a.test.yaml"],
    ["plan", "claim.yaml", "other.yaml"],
    ["status", "billing", "-n", "pay", "-f", "claim.yaml"],
    ["doctor", "-f", "claim.yaml"],
]
PLAIN = [
    ["validate", "-o", "json", "wrong.yaml"],
    ["plan", "-o", "markdown", "claim.yaml", "other.yaml"],
    ["status", "-o", "json", "billing", "-n", "pay", "-f", "claim.yaml"],
    ["render", "claim.yaml"],
    ["render", "--explain", "claim.yaml"],
    ["up", "claim.yaml"],
    ["init", "orders"],
    ["import", "other.yaml"],
    ["migrate", "claim.yaml"],
    ["set-image", "claim.yaml", "ghcr.io/acme/billing:v2"],
    ["explain", "EP104"],
    ["schema", "--output", "out"],
    ["help"],
    ["bindings", "--help"],
]


@pytest.fixture
def files(write: Write, claim: str) -> None:
    write("claim.yaml", claim)
    write("wrong.yaml", claim.replace("small", "xlarge"))
    write("other.yaml", claim.replace("billing:v1", "billing:v2"))
    write("a.test.yaml", case("{count: 9}"))


def told(run: Run, monkeypatch: pytest.MonkeyPatch, words: list[str], *, terminal: bool, **variables: str) -> str:
    """Return the result that a command prints; the line of progress on standard error is for terminals anyway."""
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    for stream in (sys.stdout, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: terminal)
    done = run(*words)
    assert done.code in (0, 1, 2)
    return done.out


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("words", COLORED, ids=" ".join)
def test_colors_are_for_terminals(run: Run, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    assert ESCAPE in told(run, monkeypatch, words, terminal=True, TERM="xterm")
    plain = told(run, monkeypatch, words, terminal=False, TERM="xterm")
    assert ESCAPE not in plain
    assert told(run, monkeypatch, words, terminal=True, TERM="xterm", NO_COLOR="1") == plain
    assert told(run, monkeypatch, words, terminal=True, TERM="dumb") == plain


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("words", PLAIN, ids=" ".join)
def test_what_programs_read_has_no_colors(run: Run, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    assert ESCAPE not in told(run, monkeypatch, words, terminal=True, TERM="xterm")
