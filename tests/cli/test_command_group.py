"""A folder is a group of commands."""

import click
import pytest

from function.cli.command_group import CommandGroup

GROUP = CommandGroup("bindings", folder="bindings")
CONTEXT = click.Context(GROUP, info_name="bindings")


@pytest.mark.parametrize("name", ["", "__init__", "import_", "Check", "../check", "check.py", "validate"])
def test_what_is_not_a_command_is_none(name: str) -> None:
    assert GROUP.get_command(CONTEXT, name) is None


@pytest.mark.parametrize(
    ("typed", "message"),
    [("chek", "No such command 'chek'. Did you mean 'check'?"), ("xyz", "No such command 'xyz'.")],
)
def test_a_mistyped_command_is_reported_with_the_closest_one(typed: str, message: str) -> None:
    with pytest.raises(click.UsageError) as caught:
        GROUP.resolve_command(CONTEXT, [typed])
    assert caught.value.format_message() == message


def test_a_name_of_two_words_has_a_dash() -> None:
    group = CommandGroup("platformctl", folder="commands")
    context = click.Context(group, info_name="platformctl")
    assert group.get_command(context, "set-image") is not None
    assert group.get_command(context, "set_image") is None


def test_a_folder_that_is_not_there_is_a_bug() -> None:
    with pytest.raises(FileNotFoundError):
        CommandGroup("x", folder="nowhere")


@pytest.mark.parametrize("name", GROUP.list_commands(CONTEXT))
def test_each_command_and_each_option_is_explained(name: str) -> None:
    found = GROUP.get_command(CONTEXT, name)
    assert found is not None
    options = [option for option in found.params if isinstance(option, click.Option)]
    assert [option.name for option in options if not option.help] == []
    formatter = click.HelpFormatter(width=200)
    GROUP.format_commands(CONTEXT, formatter)
    lines = [line.split(maxsplit=1) for line in formatter.getvalue().splitlines()[1:]]
    assert dict(lines)[name] == found.get_short_help_str(200)
