"""How Flink's autoscaler changes the parallelism of jobs."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.flink.keys import texts
from function.apis.infra_binding.l5 import Binding
from function.base.rule import Rule

Replicas = Annotated[int, Field(ge=1, le=1000)]
MAX_REPLICAS = 10
"""The largest number of task managers if the binding does not say, as for services."""
_LAG = (
    "the autoscaler works off the whole backlog of all sources by itself, so no threshold is needed; it scales as "
    "with metrics of type cpu"
)


class Cpu(Binding):
    """How busy the tasks of a job are."""

    type: Literal["cpu"]
    target_utilization: Annotated[int, Field(ge=1, le=100)] | None = None
    """Percentage of the time that the tasks of a job should be busy. Default: 70."""


class KafkaLag(Binding):
    """How many events wait."""

    type: Literal["kafka_lag"]
    target_value: Annotated[int, Field(ge=1, le=1_000_000_000)] | None = None
    """Number of events that wait. It has no effect: the autoscaler works off the whole backlog."""


Metric = Annotated[Cpu | KafkaLag, Field(discriminator="type")]


def _repeated(scaling: "Scaling") -> list[tuple[str, str]]:
    types = [metric.type for metric in scaling.metrics]
    return [(f"metrics[{at}].type", f"'{kind}'") for at, kind in enumerate(types) if kind in types[:at]]


class Scaling(Binding):
    """How Flink's autoscaler changes jobs. It is the only scaler of a job: none of Kubernetes or KEDA is created."""

    rules = (
        Rule(
            cel=f"(has(self.min_replicas) ? self.min_replicas : 1) <= "
            f"(has(self.max_replicas) ? self.max_replicas : {MAX_REPLICAS})",
            message="min_replicas must not exceed max_replicas",
            field="min_replicas",
            holds=lambda scaling: scaling.least <= scaling.most,
            got=lambda scaling: f"{scaling.least} and {scaling.most}",
        ),
        Rule(
            cel="!has(self.metrics) || self.metrics.all(metric, "
            "self.metrics.exists_one(other, other.type == metric.type))",
            message="a job has one scaler, so each type of metric may occur only once",
            hint="remove one of them",
            field="metrics",
            holds=lambda scaling: not _repeated(scaling),
            places=_repeated,
        ),
    )

    type: Literal["horizontal"]
    """What changes: the parallelism of a job, and with it the number of task managers."""
    min_replicas: Replicas | None = None
    """Smallest number of task managers. Default: 1."""
    max_replicas: Replicas | None = None
    """Largest number of task managers. Default: 10."""
    metrics: Annotated[list[Metric], Field(max_length=4)] = []
    """What decides. Default: cpu, at 70 percent."""

    @property
    def least(self) -> int:
        """Return the smallest number of task managers."""
        return self.min_replicas or 1

    @property
    def most(self) -> int:
        """Return the largest number of task managers."""
        return self.max_replicas or MAX_REPLICAS

    def configuration(self, slots: int) -> dict[str, str]:
        """Return the settings of the autoscaler for task managers with this number of slots."""
        percent = next((metric.target_utilization for metric in self.metrics if isinstance(metric, Cpu)), None)
        return texts(
            {
                "job.autoscaler.enabled": True,
                "job.autoscaler.utilization.target": str(percent / 100) if percent else None,
                "job.autoscaler.vertex.min-parallelism": self.least * slots,
                "job.autoscaler.vertex.max-parallelism": self.most * slots,
                "jobmanager.scheduler": "adaptive",
            }
        )

    def unmanaged(self) -> Iterator[tuple[str, str]]:
        """Yield each field without an effect, and why."""
        for position, metric in enumerate(self.metrics):
            if isinstance(metric, KafkaLag):
                yield f"metrics[{position}]", _LAG
