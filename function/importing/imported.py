"""A claim whose objects are as close as possible to the given ones, and what does not fit into it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from function.apis.api import VERSION
from function.base.identity import Scope
from function.base.manifest import Json, Manifest, mapping_at, present, text_at
from function.base.problems import Problem, describe, errors
from function.check.finding import Finding
from function.check.judge import judge
from function.check.namespace import DEFAULT_NAMESPACE
from function.check.platform import Platform
from function.importing import kinds
from function.importing.accepted import accepted
from function.importing.aligned import aligned
from function.importing.names import is_replaced, renamed
from function.importing.rendered import rendered
from function.importing.shrink import shrunk
from function.importing.sizes import nearest
from function.importing.spec import spec_of
from function.importing.unfit import PART, unfit
from function.importing.workloads import Workload
from function.importing.written import written

KIND = "EventDrivenService"
_FIRST = ("image", "size", "nats", "httpPort")


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
    spec = spec_of(given)
    nats = present({"stream": wanted.stream, "consumer": wanted.consumer})
    spec["nats"] = {**nats, **mapping_at(spec, "nats")}
    missing = [workload.deployment.finding(problem) for problem in _missing(spec["nats"])]
    if missing:
        return Imported(None, tuple(missing))
    spec["size"] = nearest(spec.get("resources"), platform.config)
    fitting = accepted(_claim(given, spec, wanted, platform), lambda claim: errors(judge(claim, platform) or []))
    claim = fitting.claim
    if fitting.errors:
        return Imported(claim, tuple(workload.deployment.finding(_of_claim(problem)) for problem in fitting.errors))
    smallest = shrunk(
        dict(mapping_at(claim, "spec")), lambda found: rendered({**claim, "spec": found}, platform, scope)
    )
    claim = {**claim, "spec": _ordered(smallest)}
    made = rendered(claim, platform, scope) or {}
    found = list(_compared(workload, aligned(given, *_identity(claim)), made, fitting.rejected))
    changes = [workload.objects[kind].finding(problem) for kind, problem in renamed(given, made)]
    return Imported(claim, (*found, *changes), replaced=is_replaced(given, made))


def _missing(nats: Json) -> Iterator[Problem]:
    for field in ("stream", "consumer"):
        if not text_at(nats, field):
            message = describe(f"no object names the {field}", hint=f"use --{field} NAME")
            yield Problem(path="", message=message, code="EP101")


def _claim(given: Mapping[str, Manifest], spec: Manifest, wanted: Wanted, platform: Platform) -> Manifest:
    metadata = mapping_at(given[kinds.DEPLOYMENT], "metadata")
    labels = mapping_at(metadata, "labels")
    required = {key: labels[key] for key in platform.config.labels.required if key in labels}
    identity: Manifest = {
        "name": wanted.name or text_at(metadata, "name"),
        "namespace": wanted.namespace or text_at(metadata, "namespace") or DEFAULT_NAMESPACE,
        "labels": required,
    }
    return {
        "apiVersion": f"{platform.group}/{VERSION}",
        "kind": platform.names[KIND],
        "metadata": present(identity),
        "spec": spec,
    }


def _identity(claim: Manifest) -> tuple[str, str]:
    return text_at(claim, "metadata", "name"), text_at(claim, "metadata", "namespace")


def _ordered(spec: Mapping[str, Json]) -> Manifest:
    """Return the spec with the fields first that every claim has or should have."""
    return {key: spec[key] for key in (*_FIRST, *spec) if key in spec}


def _of_claim(problem: Problem) -> Problem:
    """Return a problem of the claim as one of the Deployment, in which its path does not exist."""
    return replace(problem, path="", message=f"the claim is not valid: {problem}")


def _compared(
    workload: Workload, given: Mapping[str, Manifest], made: Mapping[str, Manifest], rejected: Sequence[Problem]
) -> Iterator[Finding]:
    """Yield what does not fit; a rejected field that explains none of it stands for itself."""
    told: list[Problem] = []
    for kind, resource in workload.objects.items():
        for problem in unfit(kind, given, made, rejected):
            told.append(problem)
            yield resource.finding(problem)
    for problem in rejected:
        if not any(problem.message in other.message for other in told):
            yield workload.deployment.finding(
                replace(problem, path="", code=PART, message=f"does not fit into a claim: {problem}")
            )
