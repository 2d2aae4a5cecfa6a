"""A claim whose objects are as close as possible to the given ones, and what does not fit into it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from function.base.identity import Scope
from function.base.manifest import Manifest, mapping_at, present, text_at
from function.base.problems import Problem
from function.check.finding import Finding
from function.check.namespace import DEFAULT_NAMESPACE
from function.check.platform import Platform
from function.importing import kinds
from function.importing.aligned import aligned
from function.importing.fitted import fitted, missing
from function.importing.names import is_replaced, renamed
from function.importing.rejected import Rejected
from function.importing.rendered import rendered
from function.importing.spec import spec_of
from function.importing.unfit import PART, unfit
from function.importing.workloads import Workload
from function.importing.written import written


class Wanted(NamedTuple):
    """What the user sets: each is None if the objects decide. `variables` are those of the environment, for compose."""

    name: str | None = None
    namespace: str | None = None
    stream: str | None = None
    consumer: str | None = None
    variables: Mapping[str, str] = MappingProxyType({})


class Imported(NamedTuple):
    """A claim, or None if the objects lack what it needs, with what is wrong with it.

    `replaced` is whether its Deployment is a new one, and `errors` are why the claim is not valid.
    """

    claim: Manifest | None
    findings: tuple[Finding, ...]
    replaced: bool = False
    errors: tuple[Problem, ...] = ()


def imported(workload: Workload, wanted: Wanted, platform: Platform, scope: Scope) -> Imported:
    """Return the claim for a Deployment and the objects around it."""
    given = {kind: written(kind, resource.manifest) for kind, resource in workload.objects.items()}
    spec = with_nats(spec_of(given), wanted)
    unnamed = [workload.deployment.finding(problem) for problem in missing(spec)]
    if unnamed:
        return Imported(None, tuple(unnamed))
    claim, rejected, wrong = fitted(_metadata(given, wanted, platform), spec, platform, scope)
    if wrong:
        told = (*map(taken_out, rejected), *map(of_claim, wrong))
        return Imported(claim, tuple(map(workload.deployment.finding, told)), errors=wrong)
    made = rendered(claim, platform, scope) or {}
    found = list(_compared(workload, aligned(given, *_identity(claim)), made, rejected))
    changes = [workload.objects[kind].finding(problem) for kind, problem in renamed(given, made)]
    return Imported(claim, (*found, *changes), replaced=is_replaced(given, made))


def with_nats(spec: Manifest, wanted: Wanted) -> Manifest:
    """Return the spec with the stream and consumer of the user where it has none."""
    nats = present({"stream": wanted.stream, "consumer": wanted.consumer})
    return {**spec, "nats": {**nats, **mapping_at(spec, "nats")}}


def of_claim(problem: Problem) -> Problem:
    """Return a problem of the claim as one of the given object, in which its path does not exist."""
    named = ". Hint: for a single workload, use --name NAME" if problem.path == "metadata.name" else ""
    return replace(problem, path="", message=f"the claim is not valid: {problem}{named}", place=None)


def taken_out(found: Rejected) -> Problem:
    """Return why something was taken out of the claim, as a problem of the given object."""
    return replace(found.problem, path="", code=PART, message=f"does not fit into a claim: {found.problem}")


def _metadata(given: Mapping[str, Manifest], wanted: Wanted, platform: Platform) -> Manifest:
    metadata = mapping_at(given[kinds.DEPLOYMENT], "metadata")
    labels = mapping_at(metadata, "labels")
    return present(
        {
            "name": wanted.name or text_at(metadata, "name"),
            "namespace": wanted.namespace or text_at(metadata, "namespace") or DEFAULT_NAMESPACE,
            "labels": {key: labels[key] for key in platform.config.labels.required if key in labels},
        }
    )


def _identity(claim: Manifest) -> tuple[str, str]:
    return text_at(claim, "metadata", "name"), text_at(claim, "metadata", "namespace")


def _compared(
    workload: Workload, given: Mapping[str, Manifest], made: Mapping[str, Manifest], rejected: Sequence[Rejected]
) -> Iterator[Finding]:
    """Yield what does not fit; what is rejected and explains none of it stands for itself."""
    told: list[Rejected] = []
    for kind, resource in workload.objects.items():
        for found in unfit(kind, given, made, rejected):
            told += found.reasons
            yield resource.finding(found.problem)
    for reason in rejected:
        if reason not in told:
            yield workload.deployment.finding(taken_out(reason))
