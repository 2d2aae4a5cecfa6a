"""Check, resolve, and compare .infra files, and wrap them as claims."""

import click

from function.cli.command_group import CommandGroup


@click.group(cls=CommandGroup, folder="bindings", short_help=__doc__)
def command() -> None:
    """Check, resolve, and compare .infra files, and wrap them as claims.

    An .infra file contains an L5 infrastructure binding. It may extend another file and contain ${VARIABLES}. Their
    values come from the environment, then from .env, then from the field variables, then from the default in
    ${NAME:-default}.
    """
