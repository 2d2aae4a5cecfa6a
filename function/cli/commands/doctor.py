"""Show what is installed on a cluster, and whether it fits."""

import os
from typing import Unpack

import click

from function.base.problems import describe, shown
from function.cli import exit_code, options
from function.cli.examinations.json import json
from function.cli.examinations.text import text
from function.cli.examined import from_cluster, from_files
from function.cli.kubectl import ClusterError, is_namespace, kubectl
from function.cli.output import write
from function.cli.source import Source, of_cluster_only, source
from function.cli.terminal import colored
from function.doctor.examine import examine
from function.doctor.scan import KINDS, Scan


def _namespace(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Return the namespace; a text that cannot be one is a usage error."""
    if not is_namespace(value):
        raise click.BadParameter(describe("must be a valid Kubernetes name", got=shown(value)))
    return value


@click.command(short_help=__doc__)
@source
@click.option(
    "--crossplane-namespace",
    metavar="NAME",
    default="crossplane-system",
    show_default=True,
    callback=_namespace,
    help="Namespace that Crossplane and its packages run in.",
)
@options.text_or_json
def command(crossplane_namespace: str, output: str, **where: Unpack[Source]) -> int:
    """Show the versions of what is installed, and what does not fit: packages, definitions, settings, kinds,
    permissions, and versions with known problems.

    Nothing is changed, and no Secret is read. What may not be read is listed with the kubectl command that shows it.
    Exit code: 0 without errors, 1 with errors, 2 if nothing can be read.
    """
    of_cluster_only(where)
    scan = _scan(where, crossplane_namespace)
    report = examine(scan)
    write(json(report) if output == "json" else text(report), color=colored("auto", os.environ))
    if report.count("error"):
        return exit_code.FINDINGS
    return exit_code.CLEAN if scan.knows_anything else exit_code.ENVIRONMENT


def _scan(where: Source, system: str) -> Scan:
    if where["exports"]:
        return from_files(where["exports"])
    try:
        program = kubectl(where["kubeconfig"], where["context"], where["request_timeout"])
    except ClusterError:
        write(
            "Run these commands on a machine with kubectl, and pass their output to platformctl doctor -f:\n", err=True
        )
        for source_of_kind in KINDS.values():
            write(f"  kubectl get {source_of_kind.name} -A -o yaml\n", err=True)
        raise
    return from_cluster(program.read, system)
