"""The resources of an EventDrivenService, in order."""

from function.base import labels
from function.base.manifest import Manifest
from function.base.meta import Meta
from function.compose.event_driven_service import monitor, scaler
from function.compose.event_driven_service.pod import template
from function.compose.event_driven_service.ports import http_port
from function.delivery.resource import Resource
from function.manifests import deployment, pod_disruption_budget, scaled_object, service, service_account
from function.readiness import deployment as deployment_readiness
from function.readiness import ready_condition
from function.spec import required_labels
from function.spec.composite import Composite
from function.spec.event_driven_service import EventDrivenService
from function.spec.platform_config import PlatformConfig

COMPONENT = "event-driven-worker"


def compose(spec: EventDrivenService, composite: Composite, config: PlatformConfig) -> list[Resource]:
    """Return the service's objects; the first four keys are those of the composition that came before this one."""
    recommended = labels.recommended(composite.name, COMPONENT, spec.image)
    meta = Meta(composite.name, composite.namespace, required_labels.held(composite, config) | recommended)
    selector = labels.selector(composite.name, COMPONENT)
    replicas = scaler.replicas(spec.scaling, config)
    pod_template = template(spec, config, meta)
    listed = [
        Resource("serviceaccount", service_account.manifest(meta, annotations=spec.service_account.annotations)),
        Resource(
            "deployment",
            deployment.manifest(
                meta,
                selector=selector,
                replicas=None if spec.scaling.enabled else replicas.min_replicas,
                template=pod_template,
            ),
            deployment_readiness.readiness(replicas.min_replicas),
        ),
        Resource(
            "service",
            service.manifest(meta, selector=selector, port=http_port(spec), session_affinity=spec.session_affinity),
        ),
        _scaled_object(spec, config, meta),
        _disruption_budget(spec, meta, selector),
        monitor.monitor(spec, config, meta, selector),
    ]
    return [resource for resource in listed if resource is not None]


def _scaled_object(spec: EventDrivenService, config: PlatformConfig, meta: Meta) -> Resource | None:
    if not spec.scaling.enabled:
        return None
    manifest = scaled_object.manifest(
        meta,
        limits=scaler.replicas(spec.scaling, config),
        triggers=scaler.triggers(spec, config),
        fallback=scaler.fallback(spec.scaling),
        paused=spec.scaling.paused,
    )
    return Resource("scaledobject", manifest, ready_condition.READINESS)


def _disruption_budget(spec: EventDrivenService, meta: Meta, selector: dict[str, str]) -> Resource | None:
    budget = spec.disruption_budget
    if budget is None:
        return None
    manifest: Manifest = pod_disruption_budget.manifest(
        meta,
        selector=selector,
        min_available=_pods(budget.min_available),
        max_unavailable=_pods(budget.max_unavailable),
    )
    return Resource("poddisruptionbudget", manifest)


def _pods(value: str | None) -> int | str | None:
    """Return a number of pods as a number: as text, the API server would take it for a broken percentage."""
    return int(value) if value is not None and value.isdigit() else value
