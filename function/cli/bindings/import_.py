"""Convert an .infra file of a different format to L5."""

import click

from function.check import files
from function.check.resource import Resource
from function.cli import exit_code, options
from function.cli.output import write
from function.infra_files.conversion import converted
from function.infra_files.layer import layer
from function.yaml.dump import dump
from function.yaml.node import value_of


@click.command(short_help=__doc__)
@click.argument("path", metavar="FILE", callback=options.named, shell_complete=options.any_path)
def command(path: str) -> int:
    """Print FILE (- for standard input) as an L5 .infra file. It fails if the meaning of a section is unclear.

    Variables and extends are kept; comments are lost.
    """
    found = layer(files.display_name(path), files.content(path))
    for finding in found.findings:
        write(f"{finding}\n", err=True)
    if found.node is None:
        return exit_code.FINDINGS
    resource = Resource(found.file, 1, found.node, value_of(found.node))
    result = converted(resource.manifest)
    for problem in result.problems:
        write(f"{resource.finding(problem)}\n", err=True)
    if result.problems:
        return exit_code.FINDINGS
    write(dump([result.document]))
    return exit_code.CLEAN
