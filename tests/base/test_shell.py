"""Lines that a person copies: each text is one word for a shell, whatever it contains."""

import shlex

import pytest

from function.base.shell import Expression, command, comment, variable
from tests.hostile import COMMANDS, HOSTILE, obeyed

DANGEROUS = [
    "$(reboot)",
    "`reboot`",
    "a; reboot",
    "a' b",
    'a" b',
    "a\\",
    "* ?",
    "-rf /",
    "&& reboot",
    "> /etc/passwd",
    "#x",
    "; reboot" * 20,
    "",
]


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_text_is_one_word(text: str) -> None:
    assert shlex.split(command("echo", text)) == ["echo", text]


@pytest.mark.parametrize("text", [*COMMANDS, *HOSTILE])
def test_nothing_is_obeyed(text: str) -> None:
    for line in (command("echo", text), comment(text)):
        assert obeyed(line) == ""
        assert "\n" not in line


def test_what_a_shell_evaluates_is_not_quoted() -> None:
    assert command("psql", variable("URL"), Expression("> out")) == 'psql "$URL" > out'
