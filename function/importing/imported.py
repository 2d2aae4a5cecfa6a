"""A claim whose objects are as close as possible to the given ones, and what does not fit into it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
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
from function.importing.rendered import rendered
from function.importing.spec import spec_of
from function.importing.unfit import PART, unfit
from function.importing.workloads import Workload
from function.importing.written import written


class Wanted(NamedTuple):
    """What the user sets: each is None if the objects decide."""

    name: str | None = None
    namespace: str | None = None
    stream: str | None = None
    consumer: str | None = None


class Imported(NamedTuple):
    """A claim, or None if the objects lack what it needs; `replaced` is whether its Deployment is a new one."""

    claim: Manifest | None
    findings: tuple[Finding, ...]
    replaced: bool = False


def imported(workload: Workload, wanted: Wanted, platform: Platform, scope: Scope) -> Imported:
    """Return the claim for a Deployment and the objects around it."""
    given = {kind: written(kind, resource.manifest) for kind, resource in workload.objects.items()}
    spec = with_nats(spec_of(given), wanted)
    unnamed = [workload.deployment.finding(problem) for problem in missing(spec)]
    if unnamed:
        return Imported(None, tuple(unnamed))
    claim, rejected, wrong = fitted(_metadata(given, wanted, platform), spec, platform, scope)
    if wrong:
        return Imported(claim, tuple(workload.deployment.finding(of_claim(problem)) for problem in wrong))
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
    return replace(problem, path="", message=f"the claim is not valid: {problem}")


def taken_out(problem: Problem) -> Problem:
    """Return why a field was taken out of the claim, as a problem of the given object."""
    return replace(problem, path="", code=PART, message=f"does not fit into a claim: {problem}")


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
    workload: Workload, given: Mapping[str, Manifest], made: Mapping[str, Manifest], rejected: Sequence[Problem]
) -> Iterator[Finding]:
    """Yield what does not fit; a rejected field that explains none of it stands for itself."""
    reported: list[Problem] = []
    for kind, resource in workload.objects.items():
        for problem in unfit(kind, given, made, rejected):
            reported.append(problem)
            yield resource.finding(problem)
    for problem in rejected:
        if not any(problem.message in other.message for other in reported):
            yield workload.deployment.finding(taken_out(problem))
