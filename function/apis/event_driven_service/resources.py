"""The resources of an EventDrivenService, in order."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from function.apis.event_driven_service import monitor, network, scaler
from function.apis.event_driven_service.adopt import HTTP_SERVICE, second_name
from function.apis.event_driven_service.deadline import progress_deadline
from function.apis.event_driven_service.pod import template
from function.apis.event_driven_service.resolve import Resolved
from function.base.condition import AUTOSCALER_READY, OPERATIONAL, WORKLOAD_AVAILABLE
from function.base.manifest import Manifest
from function.delivery.resource import Resource
from function.manifests import (
    deployment,
    network_policy,
    pod_disruption_budget,
    pod_monitor,
    scaled_object,
    service,
    service_account,
    service_monitor,
    trigger_authentication,
)
from function.readiness import DEFAULT, Readiness, ready_condition
from function.readiness import deployment as deployment_readiness

TRIGGER_AUTHENTICATION = "triggerauthentication"
WAITING = frozenset({"deployment", "scaledobject", TRIGGER_AUTHENTICATION})
"""The keys of what is not created before the document of the binding exists."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One of the objects: `build` returns None if the spec does not need it, and `made` says when it is created."""

    key: str
    kind: str
    made: str
    build: Callable[[Resolved], Manifest | None]
    about: str = OPERATIONAL
    readiness: Callable[[Resolved], Readiness] = lambda resolved: DEFAULT


def compose(resolved: Resolved) -> list[Resource]:
    """Return the service's objects."""
    absent = resolved.bound.absent
    return [
        Resource(part.key, manifest, part.readiness(resolved), about=part.about, waits=absent and part.key in WAITING)
        for part in (*PARTS, _SECOND)
        if (manifest := part.build(resolved)) is not None
    ]


def _service_account(resolved: Resolved) -> Manifest:
    return service_account.manifest(resolved.meta, annotations=resolved.spec.service_account.annotations)


def _deployment(resolved: Resolved) -> Manifest:
    return deployment.manifest(
        resolved.meta,
        selector=resolved.selector,
        replicas=None if resolved.spec.scaling.enabled else resolved.limits.min_replicas,
        progress_deadline=progress_deadline(resolved.spec),
        revision_history_limit=resolved.config.defaults.revision_history_limit,
        template=template(resolved),
    )


def _service(resolved: Resolved) -> Manifest:
    return service.manifest(
        resolved.meta,
        selector=resolved.selector,
        port=resolved.http_port,
        session_affinity=resolved.spec.session_affinity,
    )


def _second_service(resolved: Resolved) -> Manifest | None:
    if not resolved.kept.http_service:
        return None
    return service.manifest(
        replace(resolved.meta, name=second_name(resolved)),
        selector=resolved.selector,
        port=resolved.http_port,
        session_affinity=resolved.spec.session_affinity,
    )


def _disruption_budget(resolved: Resolved) -> Manifest | None:
    budget = resolved.spec.disruption_budget
    if budget is None:
        return None
    return pod_disruption_budget.manifest(
        resolved.meta,
        selector=resolved.selector,
        min_available=_pods(budget.min_available),
        max_unavailable=_pods(budget.max_unavailable),
    )


def _pods(value: str | None) -> int | str | None:
    """Return a number of pods as an integer: the API server accepts only percentages as strings."""
    return int(value) if value is not None and value.isdigit() else value


PARTS = (
    Part(
        key="serviceaccount",
        kind=service_account.KIND.kind,
        made="always",
        build=_service_account,
        about=WORKLOAD_AVAILABLE,
    ),
    Part(
        key="deployment",
        kind=deployment.KIND.kind,
        made="always",
        build=_deployment,
        about=WORKLOAD_AVAILABLE,
        readiness=lambda resolved: deployment_readiness.readiness(resolved.limits.min_replicas),
    ),
    Part(key="service", kind=service.KIND.kind, made="always", build=_service, about=WORKLOAD_AVAILABLE),
    Part(
        key="scaledobject",
        kind=scaled_object.KIND.kind,
        made="unless `scaling.enabled` is false",
        build=scaler.of_service,
        about=AUTOSCALER_READY,
        readiness=lambda resolved: ready_condition.READINESS,
    ),
    Part(
        key=TRIGGER_AUTHENTICATION,
        kind=trigger_authentication.KIND.kind,
        made="with `bindingRef.trigger`, if KEDA must authenticate to read the stream",
        build=scaler.authentication,
    ),
    Part(
        key="poddisruptionbudget",
        kind=pod_disruption_budget.KIND.kind,
        made="with `disruptionBudget`",
        build=_disruption_budget,
    ),
    Part(
        key="servicemonitor",
        kind=service_monitor.KIND.kind,
        made="with `metrics` on the http port",
        build=monitor.of_service,
    ),
    Part(
        key="podmonitor",
        kind=pod_monitor.KIND.kind,
        made="with `metrics` on a separate port",
        build=monitor.of_pods,
    ),
    Part(
        key="networkpolicy",
        kind=network_policy.KIND.kind,
        made="if the platform enables network policies",
        build=network.of_service,
    ),
)
"""Every object that a service may have, in order; the first four keys are those of the earlier composition.

A key is the identity of an object: if it is renamed, the object is deleted and recreated.
"""

_SECOND = Part(
    key=HTTP_SERVICE,
    kind=service.KIND.kind,
    made="in takeover mode, if it exists",
    build=_second_service,
    about=WORKLOAD_AVAILABLE,
)
"""The second Service of an earlier composition; it is never created, so it is no part of the API."""

KEYS = frozenset(part.key for part in PARTS)
