"""`platformctl` and its commands: the modules in `commands/`."""

import click

from function.cli.command_group import CommandGroup


@click.group(cls=CommandGroup, folder="commands", context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--debug", is_flag=True, expose_value=False, help="Show a traceback after an internal error.")
@click.version_option(package_name="function-event-platform", message="%(prog)s %(version)s")
def platformctl() -> None:
    """Check and render EventDrivenService and InfraBinding without a cluster.

    Exit codes: 0 clean, 1 findings, 2 file or environment, 3 usage, 70 internal error, 130 Ctrl-C.
    """


COMMANDS = tuple(platformctl.list_commands(click.Context(platformctl)))
