"""Status and conditions of an EventDrivenService."""

from collections.abc import Mapping, Sequence

from function.apis.contract import Report
from function.apis.event_driven_service.model.status import EventDrivenServiceStatus
from function.apis.event_driven_service.resolve import Resolved
from function.apis.event_driven_service.status import dependencies, fields, workload
from function.apis.event_driven_service.status.causes import causes
from function.apis.event_driven_service.status.commands import commands
from function.apis.event_driven_service.status.diagnosis import deployment, scaled_object, secrets
from function.apis.event_driven_service.status.diagnosis.scaled_object import Lag
from function.apis.event_driven_service.status.reasons.operational import ALL_WELL
from function.base.condition import AUTOSCALER_READY, DEPENDENCIES_READY, VALIDATED, Condition
from function.base.manifest import Manifest
from function.status.conditions import condition
from function.status.observation import Observation
from function.status.reason import Cause
from function.status.reasons.applying import APPLYING
from function.status.reasons.input import VALID
from function.status.roll_up import roll_up


def report(
    resolved: Resolved, observations: Mapping[str, Observation], required: Mapping[str, Sequence[Manifest]]
) -> Report:
    """Return the status fields and all conditions; `observations` are the composed resources by key."""
    replicas, limits = deployment.replicas(observations["deployment"]), resolved.limits
    all_causes, scaler = causes(resolved, observations, required), observations.get("scaledobject")
    evaluated = workload.evaluate(
        observations,
        replicas,
        all_causes,
        minimum=limits.min_replicas,
        scaling_paused=scaled_object.state(scaler) == "paused",
        commands=commands(resolved),
    )
    available = evaluated.condition
    conditions = (
        condition(VALIDATED, VALID.because()),
        dependencies.evaluate(
            resolved.dependencies,
            all_causes,
            checked=_checked(resolved, required),
            serving=available.status == "True" and replicas.ready > 0,
            applying=available.reason == APPLYING.name,
        ),
        available,
        condition(AUTOSCALER_READY, scaled_object.cause(scaler, _lag(resolved))),
    )
    tolerated = _tolerated(evaluated.tolerated, observations)
    rolled_up = roll_up(
        _counted(conditions, idle=available.effect == "idle" and not all_causes),
        observations.values(),
        healthy=ALL_WELL,
        tolerated=tolerated,
        serving=replicas.ready > 0,
    )
    status = EventDrivenServiceStatus.model_validate(
        {
            **fields.declared(resolved),
            **fields.observed(rolled_up, replicas, tolerated, observations),
            "scaling": fields.scaling(scaler, limits),
        }
    )
    return Report(status.model_dump(by_alias=True, exclude_none=True), (*conditions, rolled_up.condition))


def _tolerated(causes: Sequence[Cause], observations: Mapping[str, Observation]) -> list[Cause]:
    """Return what does no harm yet; the condition DependenciesReady already covers missing dependencies."""
    paused = workload.paused(observation for observation in observations.values() if observation.ready)
    own = [cause for cause in causes if DEPENDENCIES_READY not in cause.reason.conditions]
    return [*own, paused] if paused else own


def _counted(conditions: Sequence[Condition], *, idle: bool) -> list[Condition]:
    """Return the conditions that the roll-up counts.

    Only pods show whether the dependencies of the claim exist, and an idle service has no pods. Waiting for them would
    never end, so an idle service is operational unless a cause is known.
    """
    return [condition for condition in conditions if not (idle and condition.type == DEPENDENCIES_READY)]


def _checked(resolved: Resolved, required: Mapping[str, Sequence[Manifest]]) -> frozenset[str]:
    return frozenset({"Secret"}) if secrets.fetched(resolved.dependencies, required) else frozenset()


def _lag(resolved: Resolved) -> Lag:
    nats, source = resolved.spec.nats, resolved.source
    return Lag(stream=nats.stream, consumer=nats.consumer, account=source.account, endpoint=source.endpoint)
