"""Encoding of an outcome as response bytes: the desired state of earlier steps is kept, and ours is merged into it."""

from collections.abc import Iterable, Mapping
from typing import Any

from crossplane.function.proto.v1 import run_function_pb2 as protocol

from function.base.condition import Condition
from function.base.manifest import OBJECTS, Json, Manifest, mapping_at
from function.base.outcome import Composed, Event, Outcome, Requirement
from function.wire.encode import encode
from function.wire.envelope import RunFunctionResponse
from function.wire.request import fetches_resources

_STATUS = {
    "True": protocol.STATUS_CONDITION_TRUE,
    "False": protocol.STATUS_CONDITION_FALSE,
    "Unknown": protocol.STATUS_CONDITION_UNKNOWN,
}
_SEVERITY = {"Normal": protocol.SEVERITY_NORMAL, "Warning": protocol.SEVERITY_WARNING}
_BOTH = protocol.TARGET_COMPOSITE_AND_CLAIM


def build(envelope: Any, outcome: Outcome, desired: Manifest) -> bytes:
    """Return the response to the request in `envelope`; `desired` is the decoded composite desired by earlier steps.

    A fatal outcome does not change the desired state. Equal arguments give equal bytes.
    """
    response = _without_desired(envelope, outcome)
    if envelope.HasField("desired"):
        response.desired.CopyFrom(envelope.desired)
    if envelope.HasField("context"):
        response.context = envelope.context
    if fetches_resources(envelope):
        _add_requirements(response, outcome.requirements)
    if outcome.fatal is None:
        _put_resources(response.desired, outcome.resources)
        _put_status(response.desired, outcome.status, desired)
    return _serialized(response)


def refusal(envelope: Any, outcome: Outcome) -> bytes:
    """Return an answer with nothing but a fatal outcome; Crossplane applies nothing of such an answer."""
    return _serialized(_without_desired(envelope, outcome))


def _without_desired(envelope: Any, outcome: Outcome) -> Any:
    """Return a response with conditions, events and a fatal result, but without a desired state."""
    response = RunFunctionResponse()
    response.meta.tag = envelope.meta.tag
    response.meta.ttl.seconds = outcome.ttl_seconds  # set even if 0: a missing ttl means one minute
    _add_conditions(response, outcome.conditions)
    _add_events(response, outcome.events)
    if outcome.fatal is not None:
        response.results.add(severity=protocol.SEVERITY_FATAL, message=outcome.fatal, target=_BOTH)
    return response


def _serialized(response: Any) -> bytes:
    data: bytes = response.SerializeToString(deterministic=True)
    return data


def _put_resources(state: Any, resources: Mapping[str, Composed]) -> None:
    for key, composed in resources.items():
        resource = state.resources[key]
        resource.resource = encode({name: part for name, part in composed.manifest.items() if name != "status"})
        resource.ready = protocol.READY_TRUE if composed.ready else protocol.READY_FALSE


def _put_status(state: Any, status: Manifest, desired: Manifest) -> None:
    """Set only the status: metadata and spec of a composite belong to its owner, its readiness to Crossplane."""
    if status:
        merged = _merged(mapping_at(desired, "status"), status)
        state.composite.resource = encode({**desired, "status": merged})


def _merged(under: Json, over: Json) -> Json:
    if not under or not isinstance(under, OBJECTS) or not isinstance(over, OBJECTS):
        return over
    return {**under, **{key: _merged(under.get(key), value) for key, value in over.items()}}


def _add_conditions(response: Any, conditions: Iterable[Condition]) -> None:
    for condition in conditions:
        response.conditions.add(
            type=condition.type,
            status=_STATUS[condition.status],
            reason=condition.reason,
            message=condition.message,
            target=_BOTH,
        )


def _add_events(response: Any, events: Iterable[Event]) -> None:
    for event in events:
        response.results.add(
            severity=_SEVERITY[event.severity],
            message=event.message,
            reason=event.reason,
            target=_BOTH,
        )


def _add_requirements(response: Any, requirements: Mapping[str, Requirement]) -> None:
    for name, requirement in requirements.items():
        selector = response.requirements.resources[name]
        selector.api_version = requirement.api_version
        selector.kind = requirement.kind
        if requirement.name:
            selector.match_name = requirement.name
        else:
            selector.match_labels.labels.update(requirement.labels)
            selector.match_labels.SetInParent()
        if requirement.namespace:
            selector.namespace = requirement.namespace
