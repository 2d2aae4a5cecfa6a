"""Compare two bindings value by value."""

import json

import click

from function.base.manifest import Manifest
from function.check import platform
from function.cli import exit_code, options
from function.cli.document import document
from function.cli.output import write
from function.cli.table import table
from function.cli.terraform_outputs import terraform_outputs
from function.cli.usable import usable
from function.cli.variables import sources
from function.infra_files.claim import Target
from function.infra_files.difference import Difference, differences

_ABSENT = "-"


@click.command(short_help=__doc__)
@click.argument("left", metavar="FILE", callback=options.named, shell_complete=options.any_path)
@click.argument("right", metavar="FILE", callback=options.named, shell_complete=options.any_path)
@options.text_or_json
@options.platform_config
@options.env_file
@options.terraform_outputs
@options.namespace
def command(
    left: str,
    right: str,
    output: str,
    platform_config: str | None,
    env_file: str | None,
    outputs: str | None,
    namespace: str,
) -> int:
    """Compare the bindings in two files, each with everything that it extends and its variables resolved.

    The exit code is 1 if they differ.
    """
    settings = platform.load(platform_config)
    variables, target = sources(env_file), Target(settings.group, namespace, kind=settings.names["InfraBinding"])
    values = terraform_outputs(outputs)
    before, after = (usable(path, variables, target, settings, values) for path in (left, right))
    if before is None or after is None:
        return exit_code.FINDINGS
    found = differences(before.node, after.node)
    files = before.loaded.file, after.loaded.file
    if output == "json":
        differing = [_values(difference) for difference in found]
        write(document({"version": 1, "left": files[0], "right": files[1], "differences": differing}))
    elif found:
        rows = [(difference.path, difference.left or _ABSENT, difference.right or _ABSENT) for difference in found]
        write(table(["PATH", *files], rows))
    return exit_code.FINDINGS if found else exit_code.CLEAN


def _values(difference: Difference) -> Manifest:
    """Return the path and both values; one that a binding does not have is left out."""
    values = {"left": difference.left, "right": difference.right}
    return {"path": difference.path, **{side: json.loads(text) for side, text in values.items() if text is not None}}
