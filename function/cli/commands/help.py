"""Show the help of a command."""

import click
from click.shell_completion import CompletionItem

from function.base.problems import describe
from function.cli import exit_code
from function.cli.output import write


def _commands(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the commands below those that are already named."""
    shown = context.find_root()
    for name in context.params.get("names") or ():
        group = shown.command
        found = group.get_command(shown, name) if isinstance(group, click.Group) else None
        if found is None:
            return []
        shown = click.Context(found, parent=shown, info_name=name)
    group = shown.command
    names = group.list_commands(shown) if isinstance(group, click.Group) else []
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


@click.command(short_help=__doc__)
@click.argument("names", metavar="[COMMAND]...", nargs=-1, shell_complete=_commands)
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
