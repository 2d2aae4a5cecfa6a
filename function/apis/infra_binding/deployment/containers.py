"""The containers that YARN gives a job, and how many."""

from typing import Annotated

from pydantic import Field

from function.apis.infra_binding.deployment.compute import Machines
from function.apis.infra_binding.flink.keys import texts
from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.units import ByteSize, PositiveDuration

Cores = Annotated[int, Field(ge=1, le=1024)]


class ApplicationMaster(Binding):
    """The container of a job manager."""

    memory: ByteSize | None = None
    """Memory. Default: that of the platform's job managers."""
    vcores: Cores | None = None
    """CPU cores. Default: 1."""


class Container(Binding):
    """The container of a task manager."""

    memory: ByteSize | None = None
    """Memory; it then has a slot for each task that fits. Default: that of one task."""
    vcores: Cores | None = None
    """CPU cores. Default: as many as it has slots."""
    count: Machines | None = None
    """Number of containers. It has no effect: Flink requests as many as the parallelism of a process needs."""


class Dynamic(Binding):
    """How many containers a job may have."""

    enabled: bool | None = None
    """Whether these limits apply. Default: true."""
    min_containers: Machines | None = None
    """Containers that a job has at all times. Requires Flink 1.19."""
    max_containers: Machines | None = None
    """Largest number of containers."""
    idle_timeout: PositiveDuration | None = None
    """Time after which a container without tasks is released."""

    def configuration(self, slots: int) -> dict[str, str]:
        """Return the settings under Flink's names, which count slots."""
        if self.enabled is False:
            return {}
        least, most = self.min_containers, self.max_containers
        return texts(
            {
                "resourcemanager.taskmanager-timeout": self.idle_timeout,
                "slotmanager.number-of-slots.max": most * slots if most else None,
                "slotmanager.number-of-slots.min": least * slots if least else None,
            }
        )


class Resource(Binding):
    """How many containers a job may have."""

    dynamic: Dynamic = Dynamic()
    """How many containers a job may have."""
