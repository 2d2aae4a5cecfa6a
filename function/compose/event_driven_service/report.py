"""Status and conditions of an EventDrivenService."""

from collections.abc import Mapping, Sequence

from function.base.manifest import Manifest
from function.base.outcome import Condition
from function.compose.event_driven_service import status_fields as fields
from function.compose.event_driven_service.dependencies import dependencies
from function.compose.event_driven_service.diagnosis import causes
from function.compose.event_driven_service.scaler import replicas as bounds
from function.spec.composite import Composite
from function.spec.event_driven_service import EventDrivenService
from function.spec.event_driven_service_status import EventDrivenServiceStatus
from function.spec.platform_config import PlatformConfig
from function.status import dependencies as dependencies_ready
from function.status import workload
from function.status.conditions import AUTOSCALER_READY, DEPENDENCIES_READY, VALIDATED, condition
from function.status.diagnosis import deployment, scaled_object, secrets
from function.status.diagnosis.scaled_object import Lag
from function.status.observation import Observation
from function.status.operational import roll_up
from function.status.reasons.input import VALID


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
        seen, replicas, found, minimum=limits.min_replicas, held=scaled_object.state(scaler) == "paused"
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
    tolerated = [cause for cause in judged_workload.tolerated if DEPENDENCIES_READY not in cause.reason.conditions]
    stopped = workload.paused(one for one in seen.values() if one.ready)
    tolerated += [stopped] if stopped else []
    rolled_up = roll_up(judged, others, replicas, tolerated)
    status = {
        **fields.identity(spec, composite, config, seen),
        **fields.state(rolled_up, replicas, tolerated, seen),
        "scaling": fields.scaling(scaler, limits),
    }
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
