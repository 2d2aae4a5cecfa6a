"""The reference page has every command and every option."""

from collections.abc import Iterator

import click

from function.cli.group import COMMANDS, platformctl
from tools.commands import page
from tools.generate import files

PAGE = page()


def commands(context: click.Context) -> Iterator[click.Context]:
    yield context
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            found = context.command.get_command(context, name)
            assert found is not None
            yield from commands(click.Context(found, parent=context, info_name=name))


ALL = list(commands(click.Context(platformctl, info_name="platformctl", **platformctl.context_settings)))


def section(path: str) -> str:
    return PAGE.partition(f"\n## {path}\n")[2].partition("\n## ")[0]


def test_there_are_commands_of_groups() -> None:
    assert len(ALL) > len(COMMANDS) + 1


def test_each_command_has_one_section() -> None:
    headings = [line.removeprefix("## ") for line in PAGE.splitlines() if line.startswith("## ")]
    assert headings == [context.command_path for context in ALL]


def test_each_option_and_argument_is_there() -> None:
    missing = [
        f"{context.command_path} {name}"
        for context in ALL
        for parameter in context.command.get_params(context)
        for name in (parameter.opts if isinstance(parameter, click.Option) else [parameter.make_metavar(context)])
        if name not in section(context.command_path)
    ]
    assert missing == []


def test_each_command_is_described_by_more_than_its_name() -> None:
    assert [context.command_path for context in ALL if len((context.command.help or "").split()) < 3] == []


def test_the_short_name_of_help_is_there() -> None:
    assert PAGE.count("-h, --help") == len(ALL)


def test_the_page_is_generated() -> None:
    assert files()["docs/reference/commands.md"] == PAGE
