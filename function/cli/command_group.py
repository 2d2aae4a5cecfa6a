"""Groups of commands: each module in a package defines one command, which has the module's name.

A command is imported only when it is called, so that `--help` and `--version` do not load pydantic. Its one-line help,
the first line of its module, is therefore read from the source. A module `import_` defines the command `import`, and
a module `set_image` the command `set-image`.
"""

import ast
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click

from function.base.problems import describe

_CLI = Path(__file__).parent


class CommandGroup(click.Group):
    """The commands in the package `function.cli.<folder>`."""

    def __init__(
        self, *args: Any, folder: str, elsewhere: Mapping[str, str] = MappingProxyType({}), **attributes: Any
    ) -> None:
        """`elsewhere` has names that commands of other programs have, each with what to use here."""
        super().__init__(*args, **attributes)
        self.elsewhere = elsewhere
        self.modules = {path.stem.rstrip("_").replace("_", "-"): path for path in _modules(_CLI / folder)}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, sorted."""
        return sorted(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, or None if there is no such command."""
        path = self.modules.get(cmd_name)
        if path is None:
            return None
        command = import_module(f"function.cli.{path.parent.name}.{path.stem}").command
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments name; an unknown name is a usage error with similar names."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            if hint := self.elsewhere.get(error.command_name):
                message = describe(f"No such command '{error.command_name}'", hint=hint)
                raise click.exceptions.NoSuchCommand(error.command_name, message, ctx=ctx) from None
            names = self.list_commands(ctx)
            raise click.exceptions.NoSuchCommand(error.command_name, possibilities=names, ctx=ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of the commands."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, _short_help(self.modules[name])) for name in self.list_commands(ctx)])


def _modules(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.suffix == ".py" and path.stem[0] != "_"]


def _short_help(path: Path) -> str:
    docstring = path.read_text(encoding="utf-8").partition("\n")[0]
    return str(ast.literal_eval(docstring))
