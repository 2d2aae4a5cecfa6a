"""Build a Configuration package of your own group, kinds, and sizes."""

import re
from typing import cast

import click

from function.apis.registry import named_apis
from function.base.identity import Scope
from function.base.problems import describe, shown
from function.check import platform
from function.cli import exit_code, options
from function.cli.output import write
from function.cli.save import put
from function.cli.xpkg import xpkg
from function.publish.configuration import FUNCTION_PACKAGE, PROVIDER_PACKAGE, Packages
from function.publish.own import SCOPES, package
from function.yaml.dump import dump

_NAME = re.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")
_REPOSITORY = re.compile(r"[a-z0-9][-a-z0-9.]{0,252}(:[0-9]{1,5})?(/[a-z0-9][-._a-z0-9]{0,127}){1,16}")


def _name(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    if not _NAME.fullmatch(value):
        raise click.BadParameter(describe("must be at most 63 lowercase letters, digits and dashes", got=shown(value)))
    return value


def _repository(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Return a repository; Crossplane chooses the version itself."""
    if not _REPOSITORY.fullmatch(value):
        message = "must be a repository with its registry, and without tag and digest"
        raise click.BadParameter(describe(message, got=shown(value), hint=f"such as {FUNCTION_PACKAGE}"))
    return value


@click.command(short_help=__doc__)
@options.platform_config
@click.option("--scope", type=click.Choice(SCOPES), required=True, help="Scope of the APIs; a cluster serves one.")
@click.option(
    "--name",
    metavar="NAME",
    default="event-platform",
    show_default=True,
    callback=_name,
    help="Name of the Configuration.",
)
@click.option(
    "--function",
    "function_package",
    metavar="REPOSITORY",
    default=FUNCTION_PACKAGE,
    show_default=True,
    callback=_repository,
    help="Repository of the function's package. Crossplane names the function after its path.",
)
@click.option(
    "--provider",
    metavar="REPOSITORY",
    default=PROVIDER_PACKAGE,
    show_default=True,
    callback=_repository,
    help="Repository of the package of provider-kubernetes.",
)
@options.written("file", "File to write, .xpkg.", required=True)
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
    put(file, xpkg(dump(documents)))
    write(f"{file}\n")
    return exit_code.CLEAN
