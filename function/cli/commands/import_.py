"""Write claims for Deployments, compose, or Score files, and list what does not fit."""

from collections.abc import Iterable, Iterator, Sequence
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
from function.cli.variables import sources
from function.importing.commented import commented, replacement
from function.importing.from_file import beside, from_file, is_described
from function.importing.imported import Imported, Wanted, imported
from function.importing.repeated import repeated
from function.importing.summary import summary
from function.importing.unfit import OBJECT
from function.importing.workloads import Grouped, Workload, grouped


class _Options(TypedDict):
    """The options of the command."""

    name: str | None
    namespace: str | None
    stream: str | None
    consumer: str | None
    scope: Scope
    platform_config: str | None
    env_file: str | None


class _Result(NamedTuple):
    """A claim with what does not fit, where it is from, and the comments above it."""

    result: Imported
    source: Resource
    comments: list[str]


@click.command(short_help=__doc__)
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, callback=options.named, shell_complete=options.any_path
)
@click.option("--name", metavar="NAME", help="Name of the only claim. Default: that of the Deployment.")
@click.option(
    "--namespace", metavar="NAME", help="Namespace of the claims. Default: those of the Deployments, or default."
)
@click.option("--stream", metavar="NAME", help="JetStream stream for services whose objects do not name one.")
@click.option("--consumer", metavar="NAME", help="Durable consumer for services whose objects do not name one.")
@options.scope
@options.platform_config
@options.env_file
def command(paths: tuple[str, ...], **given: Unpack[_Options]) -> int:
    """Print a claim for each Deployment in files, folders, or standard input (-), as kubectl get -o yaml prints them.

    The Service, ScaledObject, HorizontalPodAutoscaler, ServiceAccount, PodDisruptionBudget, and monitors of a
    Deployment become part of its claim. Each service of a compose file, and each Score file, becomes a claim. In
    compose files, variables are replaced by their values. What does not fit is listed, and the exit code is 1. Nothing
    in a cluster changes; comments in the claim say how to replace the Deployment.
    """
    for option in ("name", "namespace"):
        if given[option] == "":
            raise click.UsageError(describe(f"--{option} must not be empty", hint="omit it"))
    settings = platform.load(given["platform_config"])
    resources, invalid = _loaded(paths)
    if invalid:
        _print(invalid)
        return exit_code.FINDINGS
    described = [resource for resource in resources if is_described(resource.value)]
    grouping = grouped(resource for resource in resources if not is_described(resource.value))
    left = [resource.finding(Problem(path="", message=why, code=OBJECT)) for resource, why in grouping.left]
    left += [finding for resource in described for finding in beside(resource)]
    wanted = _wanted(given, described)
    results = [_of_workload(workload, wanted, settings, given["scope"]) for workload in grouping.workloads]
    results += [
        _Result(result, resource, [f"Imported from {resource.file}."])
        for resource in described
        for result in from_file(resource, wanted, settings, given["scope"])
    ]
    if not results:
        _print(left)
    _check(results, grouping, paths, given)
    results = list(_without_repeated(results))
    write("---\n".join(map(_text, (found for found in results if found.result.claim is not None))))
    findings = [*(finding for found in results for finding in found.result.findings), *left]
    _print(findings)
    write(f"{summary([found.result for found in results], findings, grouping.skipped)}\n", err=True)
    return exit_code.FINDINGS if any(finding.severity == "error" for finding in findings) else exit_code.CLEAN


def _wanted(given: _Options, described: Sequence[Resource]) -> Wanted:
    """Return what the user sets; variables are read only if there may be any."""
    known = sources(given["env_file"]) if described else ()
    variables = {name: value for source in reversed(known) for name, value in source.values.items()}
    return Wanted(
        name=given["name"],
        namespace=given["namespace"],
        stream=given["stream"],
        consumer=given["consumer"],
        variables=variables,
    )


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
    return _Result(result, workload.deployment, [f"Imported from Deployment {'/'.join(filter(None, names))}.", *how])


def _without_repeated(results: Sequence[_Result]) -> Iterator[_Result]:
    """Yield the results; a claim with the name of an earlier one is not valid."""
    problems = repeated([found.result.claim for found in results])
    for position, found in enumerate(results):
        if position not in problems:
            yield found
            continue
        problem = problems[position]
        findings, errors = (*found.result.findings, found.source.finding(problem)), (*found.result.errors, problem)
        yield found._replace(result=found.result._replace(findings=findings, errors=errors))


def _text(found: _Result) -> str:
    """Return a claim as YAML, with what is wrong with it."""
    wrong = [f"This claim is not valid: {problem}" for problem in found.result.errors]
    return commented(found.result.claim or {}, [*found.comments, *wrong])


def _print(findings: Iterable[Finding]) -> None:
    for finding in findings:
        write(f"{finding}\n", err=True)
