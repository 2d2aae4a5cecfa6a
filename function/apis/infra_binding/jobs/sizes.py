"""The sizes of the task managers of a process: what a task needs, and how many tasks a task manager has slots for."""

from dataclasses import dataclass

from function.apis.infra_binding.deployment.compute import Offered
from function.apis.infra_binding.flink import process as defaults
from function.apis.infra_binding.flink.memory import TaskManager
from function.apis.infra_binding.flink.process import Process
from function.apis.infra_binding.units import in_bytes, times


@dataclass(frozen=True, kw_only=True)
class Sizes:
    """The settings of a process, and what the target of the deployment says about task managers."""

    settings: Process
    offered: Offered
    uses_managed_memory: bool
    """Whether the state backend has a use for managed memory."""

    @property
    def task_memory(self) -> str:
        """Return the memory of a task, which has a slot of its own."""
        return self.settings.task_memory or defaults.TASK_MEMORY

    @property
    def task_cpu(self) -> float:
        """Return the CPU cores of a task."""
        return self.settings.task_cpu or defaults.TASK_CPU

    @property
    def fitting(self) -> int:
        """Return how many tasks fit into a task manager, which may be none."""
        return self.offered.slots_for(self.task_cpu, self.task_memory)

    @property
    def slots(self) -> int:
        """Return the number of slots of a task manager."""
        return max(self.fitting, 1)

    @property
    def memory(self) -> str:
        """Return the memory of a task manager."""
        return self.offered.memory or times(self.task_memory, self.slots)

    @property
    def cpu(self) -> float:
        """Return the CPU cores of a task manager; a whole number is shown as one."""
        cores = round(self.offered.cpu or self.task_cpu * self.slots, 3)
        return int(cores) if cores == int(cores) else cores

    @property
    def network_memory(self) -> str:
        """Return the memory of a task manager for network buffers."""
        return times(self.settings.network_memory or defaults.NETWORK_MEMORY, self.slots)

    @property
    def managed_memory(self) -> str:
        """Return the managed memory of a task manager, none for a state backend that has no use for it."""
        asked = self.settings.managed_memory if self.uses_managed_memory else None
        return times(asked or defaults.MANAGED_MEMORY, self.slots)

    @property
    def has_managed_memory(self) -> bool:
        """Return whether there is any."""
        return in_bytes(self.managed_memory) > 0

    @property
    def parts(self) -> TaskManager:
        """Return the parts of the memory of a task manager."""
        process, network, managed = map(in_bytes, (self.memory, self.network_memory, self.managed_memory))
        return TaskManager(process=process, network=network, managed=managed)
