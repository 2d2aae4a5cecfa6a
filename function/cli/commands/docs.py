"""Write or serve the reference of your platform as a website."""

import click

from function.cli.command_group import CommandGroup


@click.group(cls=CommandGroup, folder="docs", short_help=__doc__)
def command() -> None:
    """Write or serve the reference of your platform as a website.

    It has every field, condition, reason, and code, with a search, and needs no network.
    """
