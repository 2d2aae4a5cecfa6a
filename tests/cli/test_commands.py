"""The list of commands and the modules behind it are held against each other."""

import click
import pytest

from function.cli.commands import COMMANDS, platformctl

CONTEXT = click.Context(platformctl, info_name="platformctl")


def command(name: str) -> click.Command:
    found = platformctl.get_command(CONTEXT, name)
    assert found is not None
    return found


@pytest.mark.parametrize("name", ["", "commands", "files", "exit_code", "Validate", "validate ", "../validate"])
def test_a_module_that_is_no_command_is_none(name: str) -> None:
    assert platformctl.get_command(CONTEXT, name) is None


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("rendr", "No such command 'rendr'. Did you mean 'render'?"),
        ("xyz", "No such command 'xyz'."),
        ("RENDER", "No such command 'RENDER'."),
    ],
)
def test_a_mistyped_command_is_told_with_what_is_near(typed: str, message: str) -> None:
    with pytest.raises(click.UsageError) as caught:
        platformctl.resolve_command(CONTEXT, [typed, "a.yaml"])
    assert caught.value.format_message() == message


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_of_itself_what_the_list_says_of_it(name: str) -> None:
    assert (command(name).name, command(name).get_short_help_str(200)) == (name, COMMANDS[name])


@pytest.mark.parametrize("name", COMMANDS)
def test_each_option_is_explained(name: str) -> None:
    options = [each for each in command(name).params if isinstance(each, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_the_list_is_sorted() -> None:
    assert platformctl.list_commands(CONTEXT) == sorted(COMMANDS)
