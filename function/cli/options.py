"""Options that several commands share, and what holds for every path."""

from typing import TypeVar

import click

Paths = TypeVar("Paths", bound="str | tuple[str, ...] | None")


def named(_context: click.Context, _parameter: click.Parameter, value: Paths) -> Paths:
    """Return the path or paths; an empty one, which would stand for the current folder, is a mistake in the call."""
    if "" in (value if isinstance(value, tuple) else (value,)):
        raise click.BadParameter("a path must not be empty. use . for the current folder")
    return value


platform_config = click.option(
    "--platform-config",
    metavar="FILE",
    callback=named,
    help="The platform team's PlatformConfig. Default: built-in settings.",
)
