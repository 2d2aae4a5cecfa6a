"""State of the scaler as KEDA reports it."""

import re
from dataclasses import dataclass
from typing import Literal

from function.apis.event_driven_service.status.reasons import autoscaler as reasons
from function.base.manifest import text_at
from function.delivery.message import message, name
from function.status import applying
from function.status.observation import Observation
from function.status.reason import Cause
from function.status.reasons.applying import APPLYING
from function.status.sanitize import sanitize

State = Literal["active", "idle", "paused", "fallback", "error", "off", "unknown"]

_UNREACHABLE = re.compile(r"dial tcp|no such host|connection refused|i/o timeout|context deadline exceeded")
_NOT_FOUND = re.compile(r"not found in stream|leader node not found|stream not found|consumer not found")


@dataclass(frozen=True, kw_only=True)
class Lag:
    """Where the service's own trigger reads the lag."""

    stream: str
    consumer: str
    account: str
    endpoint: str

    def values(self) -> dict[str, str]:
        """Return the values for message templates."""
        return {
            "stream": self.stream,
            "consumer": self.consumer,
            "account": self.account,
            "endpoint": self.endpoint,
        }


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


def cause(scaler: Observation | None, lag: Lag) -> Cause:
    """Return the most important cause for the scaler; None means that scaling is disabled."""
    if scaler is None:
        return reasons.SCALING_OFF.because()
    refused = refusal(scaler)
    if refused is not None:
        return refused
    if scaler.live and scaler.applying:  # KEDA's conditions belong to an older spec
        return APPLYING.because()
    if _is_true(scaler, "Paused"):
        return reasons.PAUSED.because()
    return _fault(scaler, lag) or _health(scaler)


def refusal(observation: Observation) -> Cause | None:
    """Return why an object is not applied, or None; a ScaledObject may conflict with another scaler."""
    conflict = _conflict(observation.failure) if text_at(observation.manifest, "kind") == "ScaledObject" else None
    return conflict or applying.cause(observation)


def _fault(scaler: Observation, lag: Lag) -> Cause | None:
    if _is_true(scaler, "Fallback"):
        return _exact(scaler, lag) or reasons.FALLBACK.because(**lag.values())
    ready = scaler.conditions.get("Ready", {})
    if text_at(ready, "reason") == "ScaledObjectCheckFailed":
        return _invalid(message(ready))
    if text_at(ready, "status") == "False" or text_at(ready, "reason") == "PartialTriggerError":
        return _exact(scaler, lag) or reasons.AUTOSCALER_ERROR.because(**lag.values())
    return None


def _health(scaler: Observation) -> Cause:
    return reasons.SCALING.because() if scaler.ready else reasons.AUTOSCALER_PENDING.because()


def hpa_name(scaler: Observation | None) -> str | None:
    """Return the name of the HorizontalPodAutoscaler; a paused scaler has none, even if its status still shows one."""
    if scaler is None or _is_true(scaler, "Paused"):
        return None
    return name(scaler.live, "status", "hpaName") or None


def _is_true(scaler: Observation, kind: str) -> bool:
    return text_at(scaler.conditions.get(kind, {}), "status") == "True"


def _exact(scaler: Observation, lag: Lag) -> Cause | None:
    """Return the specific cause if KEDA reports it; usually, it only reports that triggers do not work."""
    texts = " ".join(message(scaler.conditions.get(kind, {})) for kind in ("Ready", "HPAActive", "Fallback"))
    if _NOT_FOUND.search(texts):
        return reasons.STREAM_OR_CONSUMER_NOT_FOUND.because(**lag.values())
    if _UNREACHABLE.search(texts):
        return reasons.NATS_UNREACHABLE.because(**lag.values())
    return None


def _invalid(text: str) -> Cause:
    detail = sanitize(text.removeprefix("ScaledObject doesn't have correct "))
    return _conflict(text) or reasons.SCALER_INVALID.because(detail=detail)


def _conflict(text: str) -> Cause | None:
    """Return the cause if KEDA's message, possibly wrapped by its webhook, is about a second scaler; else None."""
    detail = text.rpartition("denied the request:")[2]
    return reasons.AUTOSCALER_CONFLICT.because(detail=sanitize(detail)) if "already managed by" in detail else None
