"""The model of the section `monitoring`."""

from typing import Annotated

from pydantic import Field

from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.monitoring.alerts.alert import Alert
from function.apis.infra_binding.monitoring.alerts.condition import comparison
from function.apis.infra_binding.monitoring.alerts.metric import KNOWN
from function.apis.infra_binding.monitoring.logs import Logging
from function.apis.infra_binding.monitoring.metrics import AnyExporter
from function.apis.infra_binding.monitoring.receivers import AnyReceiver
from function.apis.infra_binding.monitoring.tracing import AnyTracer
from function.base.rule import Rule

LATENCY = "metrics.latency.interval"
LATENCY_INTERVAL = "60000"
"""Every minute, in milliseconds: measuring costs all operators time, and adds many series."""


def _repeated(monitoring: "Monitoring") -> list[tuple[str, str]]:
    names = [alert.name for alert in monitoring.alerts]
    return [(f"alerts[{at}].name", f"'{name}'") for at, name in enumerate(names) if name in names[:at]]


def _repeated_receivers(monitoring: "Monitoring") -> list[tuple[str, str]]:
    channels = [receiver.channel for receiver in monitoring.receivers]
    return [(f"receivers[{at}].name", f"'{name}'") for at, name in enumerate(channels) if name in channels[:at]]


class Monitoring(Binding):
    """Metrics, traces, logs, and alerts."""

    rules = (
        Rule(
            cel="!has(self.alerts) || self.alerts.all(alert, self.alerts.exists_one(other, other.name == alert.name))",
            message="alert names must be unique",
            field="alerts",
            holds=lambda monitoring: not _repeated(monitoring),
            places=_repeated,
        ),
        Rule(
            cel="!has(self.receivers) || self.receivers.all(receiver, self.receivers.exists_one(other, "
            "other.type == receiver.type && other.name == receiver.name))",
            message="a channel must have only one receiver",
            field="receivers",
            holds=lambda monitoring: not _repeated_receivers(monitoring),
            places=_repeated_receivers,
        ),
    )

    metrics: AnyExporter | None = None
    """How jobs export their metrics. Default: as the image is configured."""
    tracing: AnyTracer | None = None
    """Where traces are sent. Default: nowhere."""
    logging: Logging | None = None
    """What jobs log. Default: as the image is configured."""
    alerts: Annotated[list[Alert], Field(max_length=64)] = []
    """Conditions about which somebody must be told."""
    receivers: Annotated[list[AnyReceiver], Field(max_length=16)] = []
    """How alerts reach their channels. Default: as the platform's Alertmanager is configured."""

    def configuration(self) -> dict[str, str]:
        """Return the settings of jobs under Flink's names."""
        return {
            **(self.metrics.configuration() if self.metrics else {}),
            **(self.tracing.configuration() if self.tracing else {}),
            **({LATENCY: LATENCY_INTERVAL} if any(map(self.is_on_latency, self.alerts)) else {}),
        }

    def is_on_latency(self, alert: Alert) -> bool:
        """Return whether jobs must measure latencies for an alert."""
        own = self.metrics.applications() if self.metrics else {}
        return any(
            name in KNOWN and KNOWN[name].latency and name not in own for name in comparison(alert.condition).metrics
        )
