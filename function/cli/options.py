"""Options that several commands share, and the check of paths."""

from typing import TypeVar

import click

from function.base.problems import describe
from function.cli.formats import DEFAULT, FORMATS

Paths = TypeVar("Paths", bound="str | tuple[str, ...] | None")


def named(_context: click.Context, _parameter: click.Parameter, value: Paths) -> Paths:
    """Return the path or paths. An empty path, which would mean the current folder, is a usage error."""
    if "" in (value if isinstance(value, tuple) else (value,)):
        raise click.BadParameter(describe("a path must not be empty", hint="use . for the current folder"))
    return value


output = click.option("-o", "--output", type=click.Choice(list(FORMATS)), default=DEFAULT, help="Output format.")

text_or_json = click.option(
    "-o", "--output", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Output format."
)

platform_config = click.option(
    "--platform-config",
    metavar="FILE",
    callback=named,
    help="The platform team's PlatformConfig, or the EnvironmentConfig with its settings, or both in one file. "
    "Default: built-in settings.",
)

scope = click.option(
    "--scope",
    type=click.Choice(["claims", "namespaced"]),
    default="claims",
    show_default=True,
    help="Scope in which the API is installed: claims, or namespaced composites.",
)

required = click.option(
    "--required",
    "required_path",
    metavar="PATH",
    callback=named,
    help="Resources of the cluster that the function reads, such as ConfigMaps with values of variables, in a file or "
    "a folder.",
)

env_file = click.option(
    "--env-file",
    metavar="FILE",
    callback=named,
    help="File with values of variables; the environment takes precedence. Default: .env in the current folder.",
)

namespace = click.option(
    "--namespace",
    metavar="NAME",
    default="default",
    show_default=True,
    help="Namespace of the claim; the platform's policy may depend on it.",
)
