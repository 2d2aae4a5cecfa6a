"""Show what is installed on a cluster, and whether it fits."""

import os
from typing import Unpack

import click

from function.base.problems import describe, shown
from function.cli import exit_code, options
from function.cli.examinations.json import json
from function.cli.examinations.text import text
from function.cli.examined import from_cluster, from_files
from function.cli.kubectl import ClusterError, is_namespace
from function.cli.output import write
from function.cli.source import Source, of, of_cluster_only, source
from function.cli.terminal import colored
from function.doctor.commands import commands
from function.doctor.examine import examine
from function.doctor.scan import KINDS, SYSTEM_NAMESPACE, Scan


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
    default=SYSTEM_NAMESPACE,
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
        return from_files(where["exports"], system)
    try:
        return from_cluster(of(where).read, system)
    except ClusterError:
        write(_instead(system), err=True)
        raise


def _instead(system: str) -> str:
    """Return what to run with other access to the cluster."""
    own = "" if system == SYSTEM_NAMESPACE else f" --crossplane-namespace {system}"
    exports = (f"{shown} > cluster/{number:02}.yaml" for number, shown in enumerate(commands(KINDS, system), 1))
    lines = (
        "Run these commands where kubectl can read the cluster, in an empty folder:",
        "  mkdir cluster",
        *(f"  {export}" for export in exports),
        f"  platformctl doctor -f cluster{own}",
        "If your platform has its own group or names of kinds, add the CRDs of these kinds to `kubectl get crd`.",
        "",
    )
    return "".join(f"{line}\n" for line in lines)
