"""State of the scaler as KEDA reports it."""

import re
from collections.abc import Sequence
from typing import Literal

from function.apis.event_driven_service.status.diagnosis.triggers import Trigger, suspects, texts
from function.apis.event_driven_service.status.reasons import autoscaler as reasons
from function.base.manifest import text_at
from function.delivery.message import message, name
from function.status import applying
from function.status.observation import Observation
from function.status.reason import Cause, Reason
from function.status.reasons.applying import APPLYING
from function.status.sanitize import sanitize

State = Literal["active", "idle", "paused", "fallback", "error", "off", "unknown"]

_UNREACHABLE = re.compile(r"dial tcp|no such host|connection refused|i/o timeout|context deadline exceeded")
_CONSUMER = re.compile('consumer "(?P<consumer>[^"]{1,255})" not found in stream "(?P<stream>[^"]{1,255})"')
LAG = "Check that stream and consumer exist, belong to account {account}, and that {endpoint} is reachable"
_OTHER = "Check the trigger's settings and that its server is reachable. The events of the ScaledObject show the error"
_SEVERAL = "The events of the ScaledObject show which one and why"
_NOT_FOUND = re.compile(r"not found in stream|leader node not found|stream not found|consumer not found")


def state(scaler: Observation | None) -> State:
    """Return the state of the scaler for the status."""
    if scaler is None:
        return "off"
    if _is_true(scaler, "Paused"):
        return "paused"
    if _is_true(scaler, "Fallback"):
        return "fallback"
    ready = text_at(scaler.conditions.get("Ready", {}), "status")
    if scaler.failure or ready == "False":
        return "error"
    if ready != "True":
        return "unknown"
    return "active" if _is_true(scaler, "Active") else "idle"


def cause(scaler: Observation | None, *, confirmed: bool, own: str = "spec.nats") -> Cause:
    """Return the most important cause for the scaler; None means that scaling is disabled.

    `confirmed` is whether an earlier call has seen a trigger fail: KEDA 2.20.0 and 2.20.1 report a short gap in the
    metrics as a failure. `own` is where the claim describes the first trigger, "" if it has none of its own.
    """
    if scaler is None:
        return reasons.SCALING_OFF.because()
    refused = refusal(scaler)
    if refused is not None:
        return refused
    if scaler.live and scaler.applying:  # KEDA's conditions belong to an older spec
        return APPLYING.because()
    if _is_true(scaler, "Paused"):
        return reasons.PAUSED.because()
    return _fault(scaler, own, confirmed=confirmed) or _health(scaler)


def refusal(observation: Observation) -> Cause | None:
    """Return why an object is not applied, or None; a ScaledObject may conflict with another scaler."""
    conflict = _conflict(observation.failure) if text_at(observation.manifest, "kind") == "ScaledObject" else None
    return conflict or applying.cause(observation)


def _fault(scaler: Observation, own: str, *, confirmed: bool) -> Cause | None:
    if _is_true(scaler, "Fallback"):
        return _exact(scaler, own) or _general(scaler, own, reasons.FALLBACK)
    ready = scaler.conditions.get("Ready", {})
    if text_at(ready, "reason") == "ScaledObjectCheckFailed":
        return _invalid(message(ready))
    if text_at(ready, "status") != "False" and text_at(ready, "reason") != "PartialTriggerError":
        return None
    if not confirmed:
        return reasons.AUTOSCALER_UNCONFIRMED.because(what=_listed(suspects(scaler, own)))
    return _exact(scaler, own) or _general(scaler, own, reasons.AUTOSCALER_ERROR)


def _general(scaler: Observation, own: str, reason: Reason) -> Cause:
    found = suspects(scaler, own)
    only = found[0] if len(found) == 1 else None
    if only and only.type == "nats-jetstream":
        return reason.because(what=_listed(found), check=LAG.format(**only.lag))
    return reason.because(what=_listed(found), check=_OTHER if only else _SEVERAL)


def _listed(triggers: Sequence[Trigger]) -> str:
    names = ", ".join(map(str, triggers))
    return names if len(triggers) == 1 else f"one of these triggers: {names}"


def _health(scaler: Observation) -> Cause:
    return reasons.SCALING.because() if scaler.ready else reasons.AUTOSCALER_PENDING.because()


def hpa_name(scaler: Observation | None) -> str | None:
    """Return the name of the HorizontalPodAutoscaler; a paused scaler has none, even if its status still shows one."""
    if scaler is None or _is_true(scaler, "Paused"):
        return None
    return name(scaler.live, "status", "hpaName") or None


def _is_true(scaler: Observation, kind: str) -> bool:
    return text_at(scaler.conditions.get(kind, {}), "status") == "True"


def _exact(scaler: Observation, own: str) -> Cause | None:
    """Return the specific cause if KEDA reports it; usually, it only reports that triggers do not work."""
    found, text = suspects(scaler, own), texts(scaler)
    readers = [trigger for trigger in found if trigger.type == "nats-jetstream"]
    if _NOT_FOUND.search(text):
        named = readers if len(readers) == 1 else [reader for reader in readers if _names(text, reader)]
        return reasons.STREAM_OR_CONSUMER_NOT_FOUND.because(**named[0].lag) if len(named) == 1 else None
    if _UNREACHABLE.search(text) and len(found) == 1 and readers:
        return reasons.NATS_UNREACHABLE.because(**readers[0].lag)
    return None


def _names(text: str, reader: Trigger) -> bool:
    """Return whether KEDA's text is about this consumer."""
    names = _CONSUMER.search(text)
    return names is not None and (names["consumer"], names["stream"]) == (reader.lag["consumer"], reader.lag["stream"])


def _invalid(text: str) -> Cause:
    detail = sanitize(text.removeprefix("ScaledObject doesn't have correct "))
    return _conflict(text) or reasons.SCALER_INVALID.because(detail=detail)


def _conflict(text: str) -> Cause | None:
    """Return the cause if KEDA's message, possibly wrapped by its webhook, is about a second scaler; else None."""
    detail = text.rpartition("denied the request:")[2]
    return reasons.AUTOSCALER_CONFLICT.because(detail=sanitize(detail)) if "already managed by" in detail else None
