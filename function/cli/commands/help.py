"""Show the help of a command."""

import click

from function.base.problems import describe
from function.cli import exit_code
from function.cli.output import write


@click.command(short_help=__doc__)
@click.argument("names", metavar="[COMMAND]...", nargs=-1)
@click.pass_context
def command(context: click.Context, names: tuple[str, ...]) -> int:
    """Show the help of a command, such as validate or bindings check: the same as COMMAND --help. Without a command,
    list all commands."""
    shown = context.find_root()
    for name in names:
        if not isinstance(shown.command, click.Group):
            message = describe(f"{shown.command_path} has no commands", got=name)
            raise click.UsageError(message, ctx=context)
        found = shown.command.resolve_command(shown, [name])[1]
        if found is None:
            raise click.UsageError(describe("no such command", got=name), ctx=context)
        shown = click.Context(found, parent=shown, info_name=name)
    write(f"{shown.get_help()}\n")
    return exit_code.CLEAN
