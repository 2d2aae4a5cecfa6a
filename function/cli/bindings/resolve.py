"""Print a binding with everything that it extends and its variables resolved."""

import json

import click

from function.base.manifest import Manifest, mapping_at
from function.check import platform
from function.cli import exit_code, options
from function.cli.document import document
from function.cli.output import write
from function.cli.table import table
from function.cli.terraform_outputs import terraform_outputs
from function.cli.usable import usable
from function.cli.variables import sources
from function.infra_files.claim import Target
from function.infra_files.explain import Explained, explained
from function.yaml.dump import dump


@click.command(short_help=__doc__)
@click.argument("path", metavar="FILE", callback=options.named, shell_complete=options.any_path)
@click.option("--explain", is_flag=True, help="Show file, line, layer, and variables of each value instead.")
@options.text_or_json
@options.platform_config
@options.env_file
@options.terraform_outputs
@options.namespace
def command(
    path: str,
    explain: bool,
    output: str,
    platform_config: str | None,
    env_file: str | None,
    outputs: str | None,
    namespace: str,
) -> int:
    """Print the binding in FILE (- for standard input) as one .infra document.

    With --explain, LAYER counts from the file: 0 is the file itself, 1 the file that it extends. VARIABLES shows where
    the values of variables come from: the environment, a file, the binding's own variables, or the default.
    """
    settings = platform.load(platform_config)
    target = Target(settings.group, namespace, kind=settings.names["InfraBinding"])
    found = usable(path, sources(env_file), target, settings, terraform_outputs(outputs))
    if found is None:
        return exit_code.FINDINGS
    spec = dict(mapping_at(found.claim, "spec"))
    if explain:
        values = list(explained(found.loaded))
        rows = [_row(value) for value in values]
        header = ["PATH", "VALUE", "FILE", "LAYER", "VARIABLES"]
        described: Manifest = {"version": 1, "values": [_described(value) for value in values]}
        write(document(described) if output == "json" else table(header, rows))
    else:
        write(document(spec) if output == "json" else dump([spec]))
    return exit_code.CLEAN


def _described(value: Explained) -> Manifest:
    return {
        "path": value.path,
        "value": json.loads(value.value),
        "file": value.file,
        "line": value.line,
        "layer": value.layer,
        "variables": [{"name": used.name, "source": used.source} for used in value.variables],
    }


def _row(value: Explained) -> list[str]:
    variables = ", ".join(f"{used.name} from {used.source}" for used in value.variables)
    return [value.path, value.value, f"{value.file}:{value.line}", str(value.layer), variables]
