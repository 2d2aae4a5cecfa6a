"""The command group: each module in `commands/` defines one command, which has the module's name.

A command is imported only when it is called, so that `--help` and `--version` do not load pydantic. Its one-line help,
the first line of its module, is therefore read from the source.
"""

import ast
from importlib import import_module
from pathlib import Path

import click

_FOLDER = Path(__file__).with_name("commands")
COMMANDS = tuple(sorted(path.stem for path in _FOLDER.iterdir() if path.suffix == ".py" and path.stem[0] != "_"))


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"function.cli.commands.{cmd_name}").command
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            raise click.exceptions.NoSuchCommand(error.command_name, possibilities=COMMANDS, ctx=ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, _short_help(name)) for name in COMMANDS])


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--debug", is_flag=True, expose_value=False, help="Show a traceback after an internal error.")
@click.version_option(package_name="function-event-platform", message="%(prog)s %(version)s")
def platformctl() -> None:
    """Check and render EventDrivenService and InfraBinding without a cluster.

    Exit codes: 0 clean, 1 findings, 2 file or environment, 3 usage, 70 internal error.
    """


def _short_help(name: str) -> str:
    docstring = (_FOLDER / f"{name}.py").read_text(encoding="utf-8").partition("\n")[0]
    return str(ast.literal_eval(docstring))
