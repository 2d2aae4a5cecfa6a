"""Numbers and compute resources of job managers and task managers."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from function.apis.infra_binding.flink.cores import at_least_a_tenth
from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.units import ByteSize, in_bytes
from function.platform.flink import Cores

Machines = Annotated[int, Field(ge=1, le=1000)]


class Amounts(Binding):
    """CPU and memory of one process of Flink."""

    rules = (at_least_a_tenth("cpu"),)

    cpu: Cores | None = None
    """CPU cores."""
    memory: ByteSize | None = None
    """Memory, including what Flink itself needs."""


class JobManager(Binding):
    """Job managers of each job."""

    replicas: Annotated[int, Field(ge=1, le=9)] | None = None
    """Number of job managers, one of which is active. More than one needs high availability. Default: 1."""
    resources: Amounts = Amounts()
    """CPU and memory of a job manager. Default: the platform's."""


class TaskManager(Binding):
    """Task managers of each job."""

    replicas: Machines | None = None
    """Number of task managers. It has no effect: Flink starts as many as the parallelism of a process needs."""
    resources: Amounts = Amounts()
    """CPU and memory of a task manager, which then has a slot for each task that fits. Default: those of one task."""


@dataclass(frozen=True, kw_only=True)
class Offered:
    """What a task manager has, as far as the target of the deployment says."""

    cpu: float | None = None
    memory: str | None = None
    slots: int | None = None
    place: str = ""
    """The field that says so, below the target."""

    def slots_for(self, cpu: float, memory: str) -> int:
        """Return how many tasks of this size fit, which may be none."""
        if self.slots is not None:
            return self.slots
        fits = [
            *([int(self.cpu / cpu)] if self.cpu is not None else []),
            *([in_bytes(self.memory) // max(in_bytes(memory), 1)] if self.memory is not None else []),
        ]
        return min(fits, default=1)
