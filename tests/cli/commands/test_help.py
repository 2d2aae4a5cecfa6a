"""`platformctl help` prints what --help prints."""

import pytest

from function.cli.group import COMMANDS
from tests.cli.conftest import Run


@pytest.mark.parametrize("names", [[], *([name] for name in COMMANDS), ["bindings", "check"], ["bindings", "import"]])
def test_it_is_the_help_of_the_command(run: Run, names: list[str]) -> None:
    done = run("help", *names)
    assert done.code == 0
    assert done == run(*names, "--help") == run(*names, "-h")


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["validat"], "No such command 'validat'. Did you mean 'validate'?"),
        (["bindings", "chek"], "No such command 'chek'. Did you mean 'check'?"),
        (["zzz"], "No such command 'zzz'."),
        (["validate", "check"], "platformctl validate has no commands; got check"),
        (["--nonsense"], "No such option"),
    ],
)
def test_an_unknown_command_is_a_usage_error(run: Run, names: list[str], message: str) -> None:
    done = run("help", *names)
    assert message in done.err
    assert (done.out, done.code) == ("", 3)
