"""Write claims for Deployments that exist, and list what does not fit."""

from collections.abc import Iterable, Sequence
from typing import TypedDict, Unpack

import click

from function.base.identity import Scope
from function.base.manifest import text_at
from function.base.problems import Problem, describe
from function.check import files, platform
from function.check.finding import Finding
from function.check.load import load_file
from function.check.resource import Resource
from function.cli import exit_code, options
from function.cli.output import write
from function.importing.commented import commented, replacement
from function.importing.imported import Imported, Wanted, imported
from function.importing.unfit import OBJECT, PART
from function.importing.workloads import Grouped, Workload, grouped


class _Options(TypedDict):
    """The options of the command."""

    name: str | None
    namespace: str | None
    stream: str | None
    consumer: str | None
    scope: Scope
    platform_config: str | None


@click.command(short_help=__doc__)
@click.argument("paths", metavar="[PATH|-]...", nargs=-1, required=True, callback=options.named)
@click.option("--name", metavar="NAME", help="Name of the only claim. Default: that of the Deployment.")
@click.option(
    "--namespace", metavar="NAME", help="Namespace of the claims. Default: those of the Deployments, or default."
)
@click.option("--stream", metavar="NAME", help="JetStream stream of services for which no object names one.")
@click.option("--consumer", metavar="NAME", help="Durable consumer of services for which no object names one.")
@options.scope
@options.platform_config
def command(paths: tuple[str, ...], **given: Unpack[_Options]) -> int:
    """Print a claim for each Deployment in files, folders, or standard input (-), as kubectl get -o yaml prints them.

    The Service, ScaledObject, HorizontalPodAutoscaler, ServiceAccount, PodDisruptionBudget, and monitors of a
    Deployment become part of its claim. What does not fit is listed, and the exit code is 1. Nothing in a cluster
    changes; comments in the claim say how to replace the Deployment.
    """
    settings = platform.load(given["platform_config"])
    resources, invalid = _loaded(paths)
    if invalid:
        _print(invalid)
        return exit_code.FINDINGS
    found = grouped(resources)
    _check(found, paths, given)
    wanted = Wanted(
        name=given["name"], namespace=given["namespace"], stream=given["stream"], consumer=given["consumer"]
    )
    results = [(workload, imported(workload, wanted, settings, given["scope"])) for workload in found.workloads]
    write("---\n".join(_text(workload, result) for workload, result in results if result.claim is not None))
    left = [resource.finding(Problem(path="", message=why, code=OBJECT)) for resource, why in found.left]
    findings = [*(finding for _, result in results for finding in result.findings), *left]
    _print(findings)
    write(_summary(results, found), err=True)
    return exit_code.FINDINGS if any(finding.severity == "error" for finding in findings) else exit_code.CLEAN


def _loaded(paths: Sequence[str]) -> tuple[list[Resource], list[Finding]]:
    """Return the resources in files and folders, and the errors in the YAML."""
    discovered = files.discover(paths)
    for error in discovered.unreadable:
        raise error
    loaded = [load_file(path) for path in discovered.paths]
    return [found for file in loaded for found in file.resources], [error for file in loaded for error in file.findings]


def _check(found: Grouped, paths: Sequence[str], given: _Options) -> None:
    if not found.workloads:
        names = ", ".join(map(files.display_name, paths))
        others = sorted({text_at(resource.value, "kind") for resource, _ in found.left})
        got = f"only {', '.join(others)}" if others else "0"
        raise click.ClickException(describe(f"cannot import {names}: must contain at least one Deployment", got=got))
    if given["name"] and len(found.workloads) > 1:
        raise click.UsageError(f"--name needs exactly one Deployment; got {len(found.workloads)}")


def _text(workload: Workload, result: Imported) -> str:
    deployment = workload.deployment.value
    source = "/".join(filter(None, (text_at(deployment, "metadata", key) for key in ("namespace", "name"))))
    claim = result.claim or {}
    objects = {kind: resource.value for kind, resource in workload.objects.items()}
    how = replacement(objects, claim) if result.replaced else ()
    return commented(claim, [f"Imported from Deployment {source}.", *how])


def _print(findings: Iterable[Finding]) -> None:
    for finding in findings:
        write(f"{finding}\n", err=True)


def _summary(results: Sequence[tuple[Workload, Imported]], found: Grouped) -> str:
    claims = sum(result.claim is not None for _, result in results)
    errors = [finding for _, result in results for finding in result.findings if finding.severity == "error"]
    lost = sum(finding.code in (PART, OBJECT) for finding in errors) + len(found.left)
    skipped = f", skipped {_count(found.skipped, 'other resource')}" if found.skipped else ""
    fits = f" {_count(lost, 'part')} {'does' if lost == 1 else 'do'} not fit." if lost else ""
    if not errors and not found.left:
        fits = " Everything fits."
    return f"Imported {claims} of {_count(len(results), 'Deployment')}{skipped}.{fits}\n"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
