"""Metrics in Amazon CloudWatch. Flink has no reporter for it."""

from typing import Annotated, Literal

from function.apis.infra_binding.monitoring.metrics._exporter import Exporter
from function.base.aws_types import Region
from function.base.text import Text

CloudWatchNamespace = Annotated[
    str,
    Text(
        "^[-._/#a-zA-Z0-9]+$",
        meaning="letters, digits, and any of - . _ / #",
        example="payments/flink",
        max_length=255,
    ),
]


class Model(Exporter):
    """Metrics in Amazon CloudWatch. Nothing configures the jobs, because Flink has no reporter for it."""

    type: Literal["cloudwatch"]
    region: Region | None = None
    """AWS region."""
    namespace: CloudWatchNamespace | None = None
    """Namespace of the metrics."""

    def unmanaged(self) -> str:
        """Return that an agent must do it."""
        return "Flink has no reporter for CloudWatch; let its agent collect the metrics"
