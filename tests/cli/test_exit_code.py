"""Scripts read these numbers, and people read of them in the help."""

import signal

import pytest

from function.cli import exit_code
from function.cli.commands import platformctl

CODES = {name: value for name, value in vars(exit_code).items() if name.isupper()}
WORDS = {"CLEAN": "clean", "FINDINGS": "findings", "ENVIRONMENT": "file or environment", "USAGE": "usage"}


def test_no_two_ends_share_a_code() -> None:
    assert len(set(CODES.values())) == len(CODES)


@pytest.mark.parametrize(("name", "words"), [*WORDS.items(), ("INTERNAL", "internal error")])
def test_the_help_gives_each_code_its_meaning(name: str, words: str) -> None:
    assert f"{CODES[name]} {words}" in (platformctl.help or "")


def test_an_interrupt_ends_as_a_shell_has_it() -> None:
    assert CODES["INTERRUPTED"] == 128 + signal.SIGINT
