"""Compare two bindings value by value."""

import click

from function.check import platform
from function.cli import exit_code, options
from function.cli.output import write
from function.cli.table import table
from function.cli.usable import usable
from function.cli.variables import sources
from function.infra_files.claim import Target
from function.infra_files.difference import differences

_ABSENT = "-"


@click.command(short_help=__doc__)
@click.argument("left", metavar="FILE", callback=options.named)
@click.argument("right", metavar="FILE", callback=options.named)
@options.platform_config
@options.env_file
@options.namespace
def command(left: str, right: str, platform_config: str | None, env_file: str | None, namespace: str) -> int:
    """Compare the bindings in two files, each with everything that it extends and its variables resolved.

    The exit code is 1 if they differ.
    """
    settings = platform.load(platform_config)
    variables, target = sources(env_file), Target(settings.group, namespace, kind=settings.kind_of("InfraBinding"))
    before, after = (usable(path, variables, target, settings) for path in (left, right))
    if before is None or after is None:
        return exit_code.FINDINGS
    found = differences(before.node, after.node)
    if not found:
        return exit_code.CLEAN
    rows = [(difference.path, difference.left or _ABSENT, difference.right or _ABSENT) for difference in found]
    write(table(["PATH", before.loaded.file, after.loaded.file], rows))
    return exit_code.FINDINGS
