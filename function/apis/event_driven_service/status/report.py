"""Status and conditions of an EventDrivenService."""

from collections.abc import Mapping, Sequence

from function.apis.contract import Report
from function.apis.event_driven_service.adopt import remarks
from function.apis.event_driven_service.model.status import EventDrivenServiceStatus
from function.apis.event_driven_service.resolve import Resolved
from function.apis.event_driven_service.status import dependencies, fields, workload
from function.apis.event_driven_service.status.causes import causes
from function.apis.event_driven_service.status.commands import commands
from function.apis.event_driven_service.status.diagnosis import deployment, scaled_object, secrets
from function.apis.event_driven_service.status.reasons.autoscaler import TRIGGER_FAILURES
from function.apis.event_driven_service.status.reasons.operational import ALL_WELL
from function.apis.event_driven_service.status.reasons.workload import SWITCHED_OFF
from function.base.condition import AUTOSCALER_READY, DEPENDENCIES_READY, VALIDATED, Condition
from function.base.manifest import Json, text_at
from function.base.problems import Problem
from function.delivery.live import condition as observed_condition
from function.status.conditions import condition
from function.status.observation import Observation
from function.status.reason import Cause
from function.status.reasons.applying import APPLYING
from function.status.reasons.input import VALID
from function.status.roll_up import roll_up


def report(
    resolved: Resolved,
    observations: Mapping[str, Observation],
    required: Mapping[str, Sequence[Mapping[str, Json]]],
    composite: Mapping[str, Json],
    warnings: Sequence[Problem],
) -> Report:
    """Return the status fields and all conditions; `observations` are the composed resources by key."""
    replicas, limits = deployment.replicas(observations["deployment"]), resolved.limits
    all_causes, scaler = causes(resolved, observations, required), observations.get("scaledobject")
    evaluated = workload.evaluate(
        observations,
        replicas,
        all_causes,
        minimum=limits.min_replicas,
        scaler=scaled_object.state(scaler),
        commands=commands(resolved),
    )
    available = evaluated.condition
    conditions = (
        condition(VALIDATED, VALID.because()),
        _dependencies(resolved, all_causes, _checked(resolved, required), available, serving=replicas.ready > 0),
        available,
        condition(AUTOSCALER_READY, _autoscaler(resolved, scaler, composite)),
    )
    tolerated = _tolerated(evaluated.tolerated, observations)
    rolled_up = roll_up(
        _counted(conditions, idle=available.effect == "idle" and not all_causes),
        observations.values(),
        healthy=SWITCHED_OFF if available.reason == SWITCHED_OFF.name else ALL_WELL,
        tolerated=tolerated,
        serving=replicas.ready > 0,
    )
    status = EventDrivenServiceStatus.model_validate(
        {
            **fields.declared(resolved),
            **fields.observed(rolled_up, replicas, observations),
            "warnings": fields.warnings(tolerated, [*warnings, *remarks(resolved)]),
            "scaling": fields.scaling(scaler, limits),
        }
    )
    return Report(status.model_dump(by_alias=True, exclude_none=True), (*conditions, rolled_up.condition))


def _autoscaler(resolved: Resolved, scaler: Observation | None, composite: Mapping[str, Json]) -> Cause:
    own = "spec.nats" if resolved.spec.nats is not None else "spec.bindingRef.trigger" if resolved.bound.trigger else ""
    return scaled_object.cause(scaler, confirmed=_confirmed(composite), own=own)


def _dependencies(
    resolved: Resolved, causes: Sequence[Cause], checked: frozenset[str], available: Condition, *, serving: bool
) -> Condition:
    return dependencies.evaluate(
        resolved.dependencies,
        causes,
        checked=checked,
        serving=serving and available.status == "True",
        applying=available.reason == APPLYING.name,
    )


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


def _checked(resolved: Resolved, required: Mapping[str, Sequence[Mapping[str, Json]]]) -> frozenset[str]:
    return frozenset({"Secret"}) if secrets.fetched(resolved.dependencies, required) else frozenset()


def _confirmed(composite: Mapping[str, Json]) -> bool:
    """Return whether the composite already carries a failure of the autoscaler, from an earlier call."""
    return text_at(observed_condition(composite, AUTOSCALER_READY), "reason") in TRIGGER_FAILURES
