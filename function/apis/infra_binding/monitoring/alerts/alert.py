"""An alert: a condition on a metric, and whom to tell."""

from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.monitoring.alerts.channels import Channel
from function.apis.infra_binding.monitoring.alerts.condition import Condition
from function.base.text import Text

AlertName = Annotated[
    str,
    Text(
        "^[a-zA-Z][-_a-zA-Z0-9]*$",
        meaning="letters, digits, '-' and '_', starting with a letter",
        example="high_latency",
        max_length=63,
    ),
]


class Alert(Binding):
    """A condition about which somebody must be told."""

    name: AlertName
    """Name of the alert."""
    condition: Condition
    """When the alert fires. A number is converted from its unit to the unit of the metric."""
    severity: Literal["info", "warning", "critical"]
    """How urgent it is."""
    channels: Annotated[list[Channel], Field(max_length=16)] = []
    """Where it is reported. Default: where the platform's Alertmanager decides."""
