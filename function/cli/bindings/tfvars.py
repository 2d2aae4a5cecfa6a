"""Print the variables of the Terraform module that provisions the infrastructure."""

import json

import click

from function.apis.infra_binding.infrastructure.infrastructure import TERRAFORM, Infrastructure
from function.apis.infra_binding.infrastructure.tfvars import left_out, tfvars
from function.base.manifest import mapping_at, text_at
from function.base.problems import Problem, describe
from function.check import platform
from function.check.resource import Resource
from function.cli import exit_code, options
from function.cli.document import document
from function.cli.output import write
from function.cli.terraform_outputs import terraform_outputs
from function.cli.usable import usable
from function.cli.variables import sources
from function.infra_files.claim import Target


@click.command(short_help=__doc__)
@click.argument("path", metavar="FILE", callback=options.named, shell_complete=options.any_path)
@options.platform_config
@options.env_file
@options.terraform_outputs
@options.namespace
def command(path: str, platform_config: str | None, env_file: str | None, outputs: str | None, namespace: str) -> int:
    """Print the section infrastructure of the binding in FILE (- for standard input) as terraform.tfvars.json.

    Terraform reads a file of this name in the folder of the root module. Variables that refer to secrets are left out.
    """
    settings = platform.load(platform_config)
    target = Target(settings.group, namespace, kind=settings.names["InfraBinding"])
    found = usable(path, sources(env_file), target, settings, terraform_outputs(outputs))
    if found is None:
        return exit_code.FINDINGS
    infrastructure = Infrastructure.model_validate(mapping_at(found.claim, "spec", "infrastructure"))
    if infrastructure.provider != TERRAFORM:
        finding = Resource(found.loaded.file, 1, found.node, found.claim).finding(_other(infrastructure.provider))
        write(f"{finding}\n", err=True)
        return exit_code.FINDINGS
    for name in left_out(infrastructure):
        hint = f"set it as TF_VAR_{name} where Terraform runs"
        write(describe(f"left out: {name} refers to a secret", hint=hint) + "\n", err=True)
    variables = tfvars(infrastructure, text_at(found.claim, "spec", "environment"))
    write(document(json.loads(json.dumps(variables, sort_keys=True))))
    return exit_code.CLEAN


def _other(provider: str | None) -> Problem:
    message = describe(
        f"must be {TERRAFORM}: only Terraform reads such a file", got=f"'{provider}'" if provider else ""
    )
    return Problem(path="infrastructure.provider", message=message, code="EP465")
