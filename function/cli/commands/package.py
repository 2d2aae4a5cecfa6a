"""Build a Configuration package of your own group, kinds, and sizes."""

from pathlib import Path
from typing import cast

import click

from function.apis.registry import named_apis
from function.base.identity import Scope
from function.check import platform
from function.cli import exit_code, options
from function.cli.output import write
from function.cli.xpkg import xpkg
from function.publish.configuration import FUNCTION_PACKAGE, PROVIDER_PACKAGE, Packages
from function.publish.own import SCOPES, package
from function.yaml.dump import dump


@click.command(short_help=__doc__)
@options.platform_config
@click.option("--scope", type=click.Choice(SCOPES), required=True, help="Scope of the APIs; a cluster serves one.")
@click.option("--name", metavar="NAME", default="event-platform", show_default=True, help="Name of the Configuration.")
@click.option(
    "--function",
    "function_package",
    metavar="REPOSITORY",
    default=FUNCTION_PACKAGE,
    show_default=True,
    help="Repository of the function's package. Crossplane names the function after its path.",
)
@click.option(
    "--provider",
    metavar="REPOSITORY",
    default=PROVIDER_PACKAGE,
    show_default=True,
    help="Repository of the package of provider-kubernetes.",
)
@click.option("--output", "file", metavar="FILE", required=True, callback=options.target, help="File to write, .xpkg.")
def command(platform_config: str | None, scope: str, name: str, function_package: str, provider: str, file: str) -> int:
    """Build a package for `crossplane xpkg push`, with what `platformctl schema` writes for one scope.

    Needs neither Crossplane nor a container engine.
    """
    settings = platform.load(platform_config)
    documents = package(
        named_apis(settings.config).values(),
        settings.config,
        settings.document or {},
        name=name,
        scope=cast("Scope", scope),
        packages=Packages(function=function_package, provider=provider),
    )
    Path(file).write_bytes(xpkg(dump(documents)))
    write(f"{file}\n")
    return exit_code.CLEAN
