"""Options that several commands share, and the check of paths."""

from typing import TypeVar

import click

from function.base.problems import describe

Paths = TypeVar("Paths", bound="str | tuple[str, ...] | None")


def named(_context: click.Context, _parameter: click.Parameter, value: Paths) -> Paths:
    """Return the path or paths. An empty path, which would mean the current folder, is a usage error."""
    if "" in (value if isinstance(value, tuple) else (value,)):
        raise click.BadParameter(describe("a path must not be empty", hint="use . for the current folder"))
    return value


platform_config = click.option(
    "--platform-config",
    metavar="FILE",
    callback=named,
    help="The platform team's PlatformConfig. Default: built-in settings.",
)
