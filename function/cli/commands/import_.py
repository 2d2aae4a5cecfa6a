"""Write claims for Deployments, compose, or Score files, and list what does not fit."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypedDict, Unpack

import click

from function.base.identity import Scope
from function.base.manifest import text_at
from function.base.problems import Problem, describe
from function.check import files, platform
from function.check.finding import Finding
from function.check.load import load_file
from function.check.platform import Platform
from function.check.resource import Resource
from function.cli import exit_code, options
from function.cli.output import write
from function.importing.commented import commented, replacement
from function.importing.from_file import from_file, is_described
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


class _Result(NamedTuple):
    """A claim with what does not fit, and the comments above it."""

    result: Imported
    comments: list[str]


@click.command(short_help=__doc__)
@click.argument("paths", metavar="[PATH|-]...", nargs=-1, required=True, callback=options.named)
@click.option("--name", metavar="NAME", help="Name of the only claim. Default: that of the Deployment.")
@click.option(
    "--namespace", metavar="NAME", help="Namespace of the claims. Default: those of the Deployments, or default."
)
@click.option("--stream", metavar="NAME", help="JetStream stream for services whose objects do not name one.")
@click.option("--consumer", metavar="NAME", help="Durable consumer for services whose objects do not name one.")
@options.scope
@options.platform_config
def command(paths: tuple[str, ...], **given: Unpack[_Options]) -> int:
    """Print a claim for each Deployment in files, folders, or standard input (-), as kubectl get -o yaml prints them.

    The Service, ScaledObject, HorizontalPodAutoscaler, ServiceAccount, PodDisruptionBudget, and monitors of a
    Deployment become part of its claim. Each service of a compose file, and each Score file, becomes a claim. What does
    not fit is listed, and the exit code is 1. Nothing in a cluster changes; comments in the claim say how to replace
    the Deployment.
    """
    settings = platform.load(given["platform_config"])
    resources, invalid = _loaded(paths)
    if invalid:
        _print(invalid)
        return exit_code.FINDINGS
    described = [resource for resource in resources if is_described(resource.value)]
    found = grouped(resource for resource in resources if not is_described(resource.value))
    wanted = Wanted(
        name=given["name"], namespace=given["namespace"], stream=given["stream"], consumer=given["consumer"]
    )
    results = [_of_workload(workload, wanted, settings, given["scope"]) for workload in found.workloads]
    results += [
        _Result(result, [f"Imported from {resource.file}."])
        for resource in described
        for result in from_file(resource, wanted, settings, given["scope"])
    ]
    _check(results, found, paths, given)
    write("---\n".join(commented(claim, comments) for (claim, *_), comments in results if claim is not None))
    left = [resource.finding(Problem(path="", message=why, code=OBJECT)) for resource, why in found.left]
    findings = [*(finding for result, _ in results for finding in result.findings), *left]
    _print(findings)
    write(_summary([result for result, _ in results], findings, found.skipped), err=True)
    return exit_code.FINDINGS if any(finding.severity == "error" for finding in findings) else exit_code.CLEAN


def _loaded(paths: Sequence[str]) -> tuple[list[Resource], list[Finding]]:
    """Return the resources in files and folders, and the errors in the YAML."""
    discovered = files.discover(paths)
    for error in discovered.unreadable:
        raise error
    loaded = [load_file(path) for path in discovered.paths]
    return [found for file in loaded for found in file.resources], [error for file in loaded for error in file.findings]


def _check(results: Sequence[_Result], found: Grouped, paths: Sequence[str], given: _Options) -> None:
    if not results:
        names = ", ".join(map(files.display_name, paths))
        others = sorted({text_at(resource.value, "kind") for resource, _ in found.left})
        got = f"only {', '.join(others)}" if others else "0"
        message = (
            f"cannot import {names}: must contain at least one Deployment, service of a compose file, or Score workload"
        )
        raise click.ClickException(describe(message, got=got))
    if given["name"] and len(results) > 1:
        raise click.UsageError(f"--name needs exactly one workload; got {len(results)}")


def _of_workload(workload: Workload, wanted: Wanted, settings: Platform, scope: Scope) -> _Result:
    result = imported(workload, wanted, settings, scope)
    objects = {kind: resource.value for kind, resource in workload.objects.items()}
    names = (text_at(workload.deployment.value, "metadata", key) for key in ("namespace", "name"))
    how = replacement(objects, result.claim) if result.claim is not None and result.replaced else ()
    return _Result(result, [f"Imported from Deployment {'/'.join(filter(None, names))}.", *how])


def _print(findings: Iterable[Finding]) -> None:
    for finding in findings:
        write(f"{finding}\n", err=True)


def _summary(results: Sequence[Imported], findings: Sequence[Finding], skipped: int) -> str:
    claims = sum(result.claim is not None for result in results)
    lost = sum(finding.code in (PART, OBJECT) for finding in findings)
    others = f", skipped {_count(skipped, 'other resource')}" if skipped else ""
    fits = f" {_count(lost, 'part')} {'does' if lost == 1 else 'do'} not fit." if lost else ""
    if not any(finding.severity == "error" for finding in findings):
        fits = " Everything fits."
    return f"Imported {claims} of {_count(len(results), 'workload')}{others}.{fits}\n"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
