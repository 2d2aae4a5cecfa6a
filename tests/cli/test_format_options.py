"""The format follows from the option, the environment, and the terminal."""

import click
import pytest
from click.testing import CliRunner

from function.cli.format_options import formats


@click.command()
@formats
def command(output: str, color: bool | None) -> None:
    click.echo(f"{output} {color}")


@pytest.mark.parametrize(
    ("words", "variables", "expected"),
    [
        ((), {}, "concise None"),
        ((), {"GITHUB_ACTIONS": "true"}, "github None"),
        (("-o", "text"), {}, "concise None"),
        (("-o", "junit", "--color", "never"), {}, "junit False"),
        (("--color", "always"), {}, "concise True"),
        ((), {"NO_COLOR": "1"}, "concise False"),
    ],
)
def test_what_is_chosen(words: tuple[str, ...], variables: dict[str, str], expected: str) -> None:
    environment = {"GITHUB_ACTIONS": None, "NO_COLOR": None, "TERM": "xterm", **variables}
    done = CliRunner().invoke(command, words, env=environment)
    assert done.output == f"{expected}\n"


@pytest.mark.parametrize("words", [("-o", "xml"), ("--color", "red")])
def test_what_does_not_exist_is_a_usage_error(words: tuple[str, ...]) -> None:
    assert CliRunner().invoke(command, words).exit_code == 2
