"""The triggers of a scaler, and which of them KEDA reports as failing."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from function.base.manifest import Json, items_at, mapping_at, text_at
from function.base.problems import join
from function.delivery.message import message
from function.status.observation import Observation

_INDEX = re.compile(r"s(?P<index>\d{1,3})-")
"""KEDA names the metric of the first trigger s0-nats-jetstream-ORDERS."""
_WITHOUT_SERVER = ("cpu", "cron", "memory")
"""Types for which KEDA asks no server."""


@dataclass(frozen=True, kw_only=True)
class Trigger:
    """A trigger of the ScaledObject: `path` is where the claim describes it, `metadata` what KEDA gets."""

    path: str
    type: str
    metadata: Mapping[str, Json]

    @property
    def lag(self) -> dict[str, str]:
        """Return stream, consumer, account and endpoint of a trigger that reads a lag, for message templates."""
        keys = {"stream": "stream", "consumer": "consumer", "account": "account"}
        return {name: text_at(self.metadata, key) for name, key in keys.items()} | {
            "endpoint": text_at(self.metadata, "natsServerMonitoringEndpoint")
        }

    def __str__(self) -> str:
        if self.type == "nats-jetstream":
            return f"the lag of consumer '{self.lag['consumer']}' on stream '{self.lag['stream']}'"
        return f"the {self.type} trigger {self.path}"


def suspects(scaler: Observation, own: str) -> Sequence[Trigger]:
    """Return the triggers that fail as far as KEDA tells which, else all that can fail; never none.

    `own` is where the claim describes the first trigger, or "" if that is one of `spec.scaling.triggers` too.
    """
    every = _triggers(scaler, own)
    reported = [every[index] for index in sorted(_reported(scaler)) if index < len(every)]
    return reported or [trigger for trigger in every if trigger.type not in _WITHOUT_SERVER] or every


def texts(scaler: Observation) -> str:
    """Return what KEDA says in the conditions of the scaler."""
    return " ".join(message(scaler.conditions.get(kind, {})) for kind in ("Ready", "HPAActive", "Fallback"))


def _triggers(scaler: Observation, own: str) -> list[Trigger]:
    """Return the triggers in KEDA's order: first what the service consumes, then those of the claim."""
    before = 1 if own else 0
    return [
        Trigger(
            path=join("spec.scaling.triggers", position - before) if position >= before else own,
            type=text_at(trigger, "type"),
            metadata=mapping_at(trigger, "metadata"),
        )
        for position, trigger in enumerate(items_at(scaler.manifest, "spec", "triggers"))
    ]


def _reported(scaler: Observation) -> set[int]:
    """Return the indexes of the metrics that KEDA calls failing, or that it names when it reports an error."""
    health = mapping_at(scaler.live, "status", "health")
    failing = [metric for metric in health if text_at(health, metric, "status") == "Failing"]
    if not failing:
        text = texts(scaler).lower()
        known = items_at(scaler.live, "status", "externalMetricNames")
        failing = [metric for metric in known if isinstance(metric, str) and metric.lower() in text]
    found = (_INDEX.match(metric) for metric in failing)
    return {int(match["index"]) for match in found if match}
