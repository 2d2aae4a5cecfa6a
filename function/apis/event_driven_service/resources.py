"""The resources of an EventDrivenService, in order."""

from function.apis.event_driven_service.monitor import monitor
from function.apis.event_driven_service.pod import template
from function.apis.event_driven_service.resolve import Resolved
from function.apis.event_driven_service.scaling import fallback, triggers
from function.base.condition import AUTOSCALER_READY, WORKLOAD_AVAILABLE
from function.base.manifest import Manifest
from function.delivery.resource import Resource
from function.manifests import deployment, pod_disruption_budget, scaled_object, service, service_account
from function.readiness import deployment as deployment_readiness
from function.readiness import ready_condition


def compose(resolved: Resolved) -> list[Resource]:
    """Return the service's objects; the first four keys are those of the composition that came before this one."""
    listed = [
        _service_account(resolved),
        _deployment(resolved),
        _service(resolved),
        _scaled_object(resolved),
        _disruption_budget(resolved),
        monitor(resolved),
    ]
    return [resource for resource in listed if resource is not None]


def _service_account(resolved: Resolved) -> Resource:
    annotations = resolved.spec.service_account.annotations
    return Resource(
        "serviceaccount", service_account.manifest(resolved.meta, annotations=annotations), about=WORKLOAD_AVAILABLE
    )


def _deployment(resolved: Resolved) -> Resource:
    minimum = resolved.limits.min_replicas
    manifest = deployment.manifest(
        resolved.meta,
        selector=resolved.selector,
        replicas=None if resolved.spec.scaling.enabled else minimum,
        template=template(resolved),
    )
    return Resource("deployment", manifest, deployment_readiness.readiness(minimum), about=WORKLOAD_AVAILABLE)


def _service(resolved: Resolved) -> Resource:
    manifest = service.manifest(
        resolved.meta,
        selector=resolved.selector,
        port=resolved.http_port,
        session_affinity=resolved.spec.session_affinity,
    )
    return Resource("service", manifest, about=WORKLOAD_AVAILABLE)


def _scaled_object(resolved: Resolved) -> Resource | None:
    scaling = resolved.spec.scaling
    if not scaling.enabled:
        return None
    manifest = scaled_object.manifest(
        resolved.meta,
        limits=resolved.limits,
        triggers=triggers(resolved.spec, resolved.source),
        fallback=fallback(scaling),
        paused=scaling.paused,
    )
    return Resource("scaledobject", manifest, ready_condition.READINESS, about=AUTOSCALER_READY)


def _disruption_budget(resolved: Resolved) -> Resource | None:
    budget = resolved.spec.disruption_budget
    if budget is None:
        return None
    manifest: Manifest = pod_disruption_budget.manifest(
        resolved.meta,
        selector=resolved.selector,
        min_available=_pods(budget.min_available),
        max_unavailable=_pods(budget.max_unavailable),
    )
    return Resource("poddisruptionbudget", manifest)


def _pods(value: str | None) -> int | str | None:
    """Return a number of pods as a number: as text, the API server would take it for a broken percentage."""
    return int(value) if value is not None and value.isdigit() else value
