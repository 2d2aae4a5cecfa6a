"""Status and conditions of an EventDrivenService."""

from collections.abc import Mapping, Sequence

from function.base.image import digest, tag
from function.base.manifest import Manifest
from function.base.outcome import Condition
from function.compose.event_driven_service.dependencies import dependencies
from function.compose.event_driven_service.diagnosis import causes
from function.compose.event_driven_service.ports import http_port
from function.compose.event_driven_service.scaler import replicas as bounds
from function.manifests.scaled_object import Limits
from function.spec.composite import Composite
from function.spec.event_driven_service import EventDrivenService
from function.spec.event_driven_service_status import EventDrivenServiceStatus
from function.spec.platform_config import PlatformConfig
from function.status import dependencies as dependencies_ready
from function.status import workload
from function.status.conditions import AUTOSCALER_READY, VALIDATED, condition
from function.status.diagnosis import deployment, scaled_object, secrets
from function.status.diagnosis.scaled_object import Lag
from function.status.observation import Observation
from function.status.operational import RollUp, roll_up
from function.status.reason import Cause
from function.status.reasons.input import VALID
from function.status.resource_refs import resource_refs

_DIGEST_SHOWN = len("sha256:") + 12


def report(
    spec: EventDrivenService,
    composite: Composite,
    config: PlatformConfig,
    seen: Mapping[str, Observation],
    required: Mapping[str, Sequence[Manifest]],
) -> tuple[Manifest, tuple[Condition, ...]]:
    """Return the status fields and all conditions; `seen` are the emitted resources by key."""
    replicas, limits = deployment.replicas(seen["deployment"]), bounds(spec.scaling, config)
    found, scaler = causes(spec, composite, seen, required), seen.get("scaledobject")
    judged_workload = workload.judge(
        seen, replicas, found, minimum=limits.min_replicas, paused=scaled_object.state(scaler) == "paused"
    )
    needed = dependencies(spec)
    checked = _checked(config, secrets.fetched(needed, required))
    serving = judged_workload.condition.status == "True" and replicas.ready > 0
    judged = (
        condition(VALIDATED, VALID.because()),
        dependencies_ready.judge(needed, found, checked=checked, serving=serving),
        judged_workload.condition,
        condition(AUTOSCALER_READY, scaled_object.cause(scaler, _lag(spec, config))),
    )
    others = {key: one for key, one in seen.items() if key not in (*workload.PARTS, "scaledobject")}
    rolled_up = roll_up(judged, others, replicas, judged_workload.tolerated)
    status = _status(spec, composite, config, seen)
    status |= _state(rolled_up, replicas, judged_workload.tolerated, seen)
    status |= {"scaling": _scaling(scaler, limits)}
    model = EventDrivenServiceStatus.model_validate(status)
    return model.model_dump(by_alias=True, exclude_none=True), (*judged, rolled_up.condition)


def _checked(config: PlatformConfig, fetched: bool) -> frozenset[str]:
    return frozenset({"Secret"}) if config.diagnosis.secrets and fetched else frozenset()


def _lag(spec: EventDrivenService, config: PlatformConfig) -> Lag:
    return Lag(
        stream=spec.nats.stream,
        consumer=spec.nats.consumer,
        account=spec.nats.account or config.nats.account,
        endpoint=spec.nats.monitoring_endpoint or config.monitoring_endpoint,
    )


def _status(
    spec: EventDrivenService, composite: Composite, config: PlatformConfig, seen: Mapping[str, Observation]
) -> Manifest:
    host = f"{composite.name}.{composite.namespace}.svc.{config.cluster_domain}"
    return {
        "observedGeneration": composite.generation or None,
        "image": spec.image,
        "version": tag(spec.image) or digest(spec.image)[:_DIGEST_SHOWN] or None,
        "endpoints": [f"http://{host}:{http_port(spec)}"],
        "resourceRefs": resource_refs(seen.values()),
    }


def _state(
    rolled_up: RollUp, replicas: deployment.Replicas, tolerated: Sequence[Cause], seen: Mapping[str, Observation]
) -> Manifest:
    nothing_made = rolled_up.phase == "Progressing" and not any(one.live for one in seen.values())
    warnings = sorted({f"{cause.reason.name}: {cause.message}" for cause in tolerated})
    return {
        "phase": "Pending" if nothing_made else rolled_up.phase,
        "message": rolled_up.message,
        "replicas": {
            "summary": replicas.summary,
            "ready": replicas.ready,
            "desired": replicas.desired,
            "updated": replicas.updated,
            "available": replicas.available,
        },
        "warnings": warnings or None,
    }


def _scaling(scaler: Observation | None, limits: Limits) -> Manifest:
    most = limits.min_replicas if scaler is None else limits.max_replicas
    return {
        "state": scaled_object.state(scaler),
        "range": f"{limits.min_replicas}/{most}",
        "min": limits.min_replicas,
        "max": most,
        "hpaName": scaled_object.hpa_name(scaler),
    }
