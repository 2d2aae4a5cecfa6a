"""The command group. Commands are imported when they are called: help, version and completion need no pydantic."""

from importlib import import_module

import click

COMMANDS = {
    "explain": "Say what a condition's reason means and what to do.",
    "render": "Print what a claim becomes: manifests or composed resources.",
    "validate": "Check claims and composite resources.",
}
"""Commands and their one-line help; each lives in a module of its name."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"function.cli.{cmd_name}").command
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
            formatter.write_dl(sorted(COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--debug", is_flag=True, expose_value=False, help="Show a traceback after an internal error.")
@click.version_option(package_name="function-event-platform", message="%(prog)s %(version)s")
def platformctl() -> None:
    """Check and render EventDrivenService and InfraBinding without a cluster.

    Exit codes: 0 clean, 1 findings, 2 file or environment, 3 usage, 70 internal error.
    """
