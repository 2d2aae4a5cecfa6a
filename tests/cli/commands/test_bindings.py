"""`platformctl bindings` is a group of commands."""

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize("words", [["-h"], ["--help"], ["check", "--help"]])
def test_help_is_clean(run: Run, words: list[str]) -> None:
    assert run("bindings", *words).code == 0


@pytest.mark.parametrize("words", [[], ["frobnicate"], ["--nonsense"], ["--version"]])
def test_without_a_command_nothing_is_done(run: Run, words: list[str]) -> None:
    done = run("bindings", *words)
    assert (done.out, done.code) == ("", 3)


def test_the_help_lists_the_commands(run: Run) -> None:
    lines = run("bindings", "--help").out.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  ") and line[2] != " "] == [
        "check",
        "diff",
        "docs",
        "import",
        "resolve",
        "tfvars",
        "wrap",
    ]
