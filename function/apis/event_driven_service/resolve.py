"""Combines spec, identity and settings into one value that all later steps read, so that nothing is derived twice."""

from collections.abc import Mapping
from dataclasses import dataclass

from function.apis import required_labels
from function.apis.event_driven_service import ports, scaling
from function.apis.event_driven_service.binding.bound import NOTHING as UNBOUND
from function.apis.event_driven_service.binding.bound import Bound, unread
from function.apis.event_driven_service.dependencies import dependencies
from function.apis.event_driven_service.dependency import Dependency
from function.apis.event_driven_service.kept import NOTHING, Kept, translated
from function.apis.event_driven_service.literals import Suspect, suspects
from function.apis.event_driven_service.model.nats import Nats
from function.apis.event_driven_service.model.service import EventDrivenService
from function.apis.event_driven_service.triggers import NatsSource
from function.base import labels
from function.base.identity import Identity
from function.base.meta import Meta
from function.manifests.scaled_object import Limits
from function.platform.config import PlatformConfig

COMPONENT = "event-driven-worker"


@dataclass(frozen=True, kw_only=True)
class Resolved:
    """A valid claim with the platform's settings applied."""

    spec: EventDrivenService
    identity: Identity
    config: PlatformConfig
    meta: Meta
    """Name, namespace, labels and annotations of the objects."""
    selector: Mapping[str, str]
    """The labels that select the pods; they never change. Takeover mode keeps those of an existing Deployment."""
    limits: Limits
    """Bounds and timing of the autoscaler."""
    source: NatsSource
    """Where KEDA reads the lag, and the default lag threshold."""
    dependencies: tuple[Dependency, ...]
    """Secrets and ConfigMaps that must exist before a pod starts."""
    http_port: int
    suspects: tuple[Suspect, ...]
    """Literal texts that look like credentials."""
    metrics_port: int | None
    """The port that serves only metrics, or None if metrics are on the HTTP port or disabled."""
    bound: Bound = UNBOUND
    """What the document of the binding decides."""
    kept: Kept = NOTHING
    """What takeover mode keeps from an earlier composition."""


def prepare(spec: EventDrivenService, identity: Identity, config: PlatformConfig) -> Resolved:
    """Return the resolved claim; cannot fail for a valid spec."""
    spec, kept = translated(spec)
    own = required_labels.held(identity, config) | labels.recommended(identity.name, COMPONENT, spec.image)
    return Resolved(
        spec=spec,
        identity=identity,
        config=config,
        meta=Meta(identity.name, identity.namespace, {**config.defaults.labels, **own}, config.defaults.annotations),
        selector=labels.selector(identity.name, COMPONENT),
        limits=scaling.limits(spec.scaling, config),
        source=_source(spec.nats, config),
        dependencies=dependencies(spec),
        http_port=ports.http_port(spec),
        suspects=tuple(suspects(spec)),
        metrics_port=ports.metrics_port(spec),
        bound=unread(spec),
        kept=kept,
    )


def _source(nats: Nats | None, config: PlatformConfig) -> NatsSource:
    return NatsSource(
        endpoint=(nats and nats.monitoring_endpoint) or config.monitoring_endpoint,
        account=(nats and nats.account) or config.nats.account,
        lag_threshold=config.scaling.defaults.lag_threshold,
        https=config.nats.use_https,
    )
