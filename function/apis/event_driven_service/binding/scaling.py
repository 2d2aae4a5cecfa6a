"""What a service scales on if it is a stream of its binding."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from function.apis import addresses
from function.apis.breach import breach
from function.apis.event_driven_service.binding.document import broken
from function.apis.event_driven_service.binding.entry import entry
from function.apis.event_driven_service.binding.login import without_value
from function.apis.event_driven_service.binding.trigger import TYPES, KafkaScaling, KinesisScaling, StreamScaling
from function.apis.event_driven_service.model.binding_ref import BoundTrigger
from function.apis.event_driven_service.model.scaling import Scaling as Claimed
from function.apis.event_driven_service.model.service import EventDrivenService
from function.base.manifest import Json, Manifest, at, present, text_at
from function.base.problems import Problem, describe, join, shown
from function.base.validation import parse
from function.platform.config import PlatformConfig

_PATH = "spec.bindingRef.trigger"
_NO_SCALING = "EP344"


class Scaling(NamedTuple):
    """The trigger and its authentication, or the problems."""

    trigger: Manifest | None = None
    authentication: Manifest | None = None
    problems: tuple[Problem, ...] = ()


def scaling(spec: EventDrivenService, streams: Mapping[str, Json], config: PlatformConfig) -> Scaling:
    """Return what the document has for the stream of the claim; `streams` are its entries by logical name."""
    ref = spec.binding_ref
    if ref is None or ref.trigger is None:
        return Scaling()
    name = ref.trigger.stream
    found, unknown = entry(streams, name, path=join(_PATH, "stream"), singular="stream", binding=ref.name)
    if unknown is not None:
        return Scaling(problems=(unknown,))
    if text_at(found, "scaling", "trigger", "type") not in TYPES:
        return Scaling(problems=(_none(name, found),))
    where = f"streams.{name}.scaling"
    scaler, problems = _parsed(at(found, "scaling"), where)
    if scaler is not None and not problems:
        problems = [*addresses.refused(scaler, where)]
    if scaler is None or problems:
        return Scaling(problems=tuple(broken(ref.name, f"is not valid at {problem}") for problem in problems))
    wrong = (
        *_mismatched(spec.scaling, ref.trigger, scaler),
        *_denied(scaler, config),
        *without_value(scaler, spec, config),
    )
    if wrong:
        return Scaling(problems=wrong)
    authentication: Manifest = {}
    if scaler.authentication is not None:
        authentication = present(scaler.authentication.model_dump(by_alias=True, exclude_none=True))
    return Scaling(_trigger(spec.scaling, ref.trigger, scaler, config), authentication or None)


def _parsed(value: Json, where: str) -> tuple[StreamScaling | None, list[Problem]]:
    if text_at(value, "trigger", "type") == "kafka":
        return parse(KafkaScaling, value, where)
    return parse(KinesisScaling, value, where)


def _trigger(claimed: Claimed, trigger: BoundTrigger, scaler: StreamScaling, config: PlatformConfig) -> Manifest:
    """Return the trigger with the claim's thresholds; KEDA expects strings for all metadata values."""
    own = scaler.trigger.model_dump(by_alias=True, exclude_none=True)
    thresholds: dict[str, int | None] = {"shardCount": trigger.shard_count}
    if isinstance(scaler, KafkaScaling):
        thresholds = {
            "lagThreshold": claimed.lag_threshold or config.scaling.defaults.lag_threshold,
            "activationLagThreshold": claimed.activation_lag_threshold,
        }
    texts = {key: None if number is None else str(number) for key, number in thresholds.items()}
    return {"type": own["type"], "metadata": present({**own["metadata"], **texts})}


def _none(name: str, found: Mapping[str, Json]) -> Problem:
    message = describe(
        f"stream '{name}' of type {shown(text_at(found, 'type'))} has no trigger in the document of the binding",
        hint="a Kafka stream needs consumer.group_id, and properties that KEDA can log in with; "
        "for other streams, use spec.scaling.triggers",
    )
    return Problem(path=join(_PATH, "stream"), message=message, code=_NO_SCALING)


def _mismatched(claimed: Claimed, trigger: BoundTrigger, scaler: StreamScaling) -> Iterator[Problem]:
    """Yield a problem for each threshold that the type of the stream does not have."""
    given: dict[str, int | None] = {join(_PATH, "shardCount"): trigger.shard_count}
    if isinstance(scaler, KafkaScaling):
        what, hint = "a Kafka stream has no shards", "remove it, or use spec.scaling.lagThreshold"
    else:
        given = {
            "spec.scaling.lagThreshold": claimed.lag_threshold,
            "spec.scaling.activationLagThreshold": claimed.activation_lag_threshold,
        }
        what, hint = "a Kinesis stream has no lag", f"remove it, or use {_PATH}.shardCount"
    for path, value in given.items():
        if value is not None:
            yield Problem(path=path, message=describe(what, got=str(value), hint=hint), code=_NO_SCALING)


def _denied(scaler: StreamScaling, config: PlatformConfig) -> Iterator[Problem]:
    """Yield what the platform does not let a service scale on."""
    allowed, kind = config.policy.triggers, scaler.trigger.type
    if allowed is not None and kind not in allowed:
        yield breach(_PATH, f"a trigger of type {kind}", "triggers")
    identity = scaler.authentication.pod_identity if scaler.authentication else None
    role = identity.role_arn if identity else None
    if role not in (None, config.aws.role, *config.policy.aws.roles):
        yield breach(join(_PATH, "stream"), f"KEDA would assume the role {role}", "aws.roles")
