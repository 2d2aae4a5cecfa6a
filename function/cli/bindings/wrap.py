"""Print a binding as an InfraBinding claim."""

import click

from function.base.problems import describe
from function.check import platform
from function.cli import exit_code, options
from function.cli.output import write
from function.cli.terraform_outputs import terraform_outputs
from function.cli.usable import usable
from function.cli.variables import sources
from function.infra_files.claim import Target
from function.yaml.dump import dump


@click.command(short_help=__doc__)
@click.argument("path", metavar="FILE", callback=options.named, shell_complete=options.any_path)
@click.option("--name", metavar="NAME", required=True, help="Name of the claim.")
@click.option("--namespace", metavar="NAME", required=True, help="Namespace of the claim.")
@click.option("--label", "labels", metavar="KEY=VALUE", multiple=True, help="Label of the claim; may be repeated.")
@options.platform_config
@options.env_file
@options.terraform_outputs
def command(
    path: str,
    name: str,
    namespace: str,
    labels: tuple[str, ...],
    platform_config: str | None,
    env_file: str | None,
    outputs: str | None,
) -> int:
    """Print the binding in FILE (- for standard input) as a claim that you can commit and apply."""
    settings = platform.load(platform_config)
    target = Target(settings.group, namespace, name, dict(map(_label, labels)), settings.names["InfraBinding"])
    found = usable(path, sources(env_file), target, settings, terraform_outputs(outputs))
    if found is None:
        return exit_code.FINDINGS
    write(dump([found.claim]))
    return exit_code.CLEAN


def _label(text: str) -> tuple[str, str]:
    key, separator, value = text.partition("=")
    if not key or not separator:
        raise click.BadParameter(describe("a label must be KEY=VALUE", got=repr(text)), param_hint="--label")
    return key, value
