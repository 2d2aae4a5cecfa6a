"""The reference page of the commands of `platformctl`, with their options: what `--help` prints."""

from collections.abc import Iterator

import click

from function.cli.group import platformctl

PAGE = "docs/reference/commands.md"
_WIDTH = 110
_INTRODUCTION = """\
# Commands

The commands of `platformctl` and their options, as `platformctl COMMAND --help` prints them.
[The command line](../command-line.md) describes output formats and exit codes.
"""


def page() -> str:
    """Return the page in Markdown: a section for each command, and for each command of a group."""
    root = click.Context(platformctl, info_name="platformctl", terminal_width=_WIDTH, **platformctl.context_settings)
    return "\n".join([_INTRODUCTION, *_sections(root)])


def _sections(context: click.Context) -> Iterator[str]:
    yield f"## {context.command_path}\n\n```text\n{context.get_help()}\n```\n"
    group = context.command
    if isinstance(group, click.Group):
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            if command is not None:
                yield from _sections(click.Context(command, parent=context, info_name=name))
