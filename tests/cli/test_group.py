"""Each module in the folder is a command, and nothing else is."""

import re

import click
import pytest

from function.cli.command_group import CommandGroup
from function.cli.group import COMMANDS, platformctl

CONTEXT = click.Context(platformctl, info_name="platformctl")


def command(name: str) -> click.Command:
    found = platformctl.get_command(CONTEXT, name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "name", ["", "__init__", "commands", "group", "exit_code", "Validate", "validate ", "../validate", "validate.py"]
)
def test_what_is_not_a_command_is_none(name: str) -> None:
    assert platformctl.get_command(CONTEXT, name) is None


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("rendr", "No such command 'rendr'. Did you mean 'render'?"),
        ("xyz", "No such command 'xyz'."),
        ("RENDER", "No such command 'RENDER'."),
    ],
)
def test_a_mistyped_command_is_reported_with_the_closest_one(typed: str, message: str) -> None:
    with pytest.raises(click.UsageError) as caught:
        platformctl.resolve_command(CONTEXT, [typed, "a.yaml"])
    assert caught.value.format_message() == message


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("diff", "No such command 'diff'. Hint: `platformctl plan` shows what a change does"),
        ("version", "No such command 'version'. Hint: `platformctl --version` prints it"),
    ],
)
def test_who_knows_another_program_finds_the_command(typed: str, message: str) -> None:
    with pytest.raises(click.UsageError) as caught:
        platformctl.resolve_command(CONTEXT, [typed, "a.yaml"])
    assert caught.value.format_message() == message


def test_no_command_is_called_like_one_of_another_program() -> None:
    assert isinstance(platformctl, CommandGroup)
    assert set(platformctl.elsewhere).isdisjoint(COMMANDS)
    named = {word for hint in platformctl.elsewhere.values() for word in re.findall(r"`platformctl ([a-z]+)", hint)}
    assert named <= {*COMMANDS}


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_shows_the_help_of_the_command(name: str) -> None:
    formatter = click.HelpFormatter(width=200)
    platformctl.format_commands(CONTEXT, formatter)
    lines = [line.split(maxsplit=1) for line in formatter.getvalue().splitlines()[1:]]
    assert dict(lines)[name] == command(name).get_short_help_str(200)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_option_is_explained(name: str) -> None:
    options = [option for option in command(name).params if isinstance(option, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_the_list_is_sorted() -> None:
    assert platformctl.list_commands(CONTEXT) == sorted(COMMANDS)
