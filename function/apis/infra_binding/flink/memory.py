"""Whether the memory of a task manager can be divided as Flink does: if not, no task manager starts.

The process needs metaspace, the overhead of the JVM, the framework's heap and off-heap memory, network buffers, and
managed memory. Tasks get the rest.
"""

from dataclasses import dataclass

_MIB = 1024 * 1024
_METASPACE = 256 * _MIB
_FRAMEWORK = 2 * 128 * _MIB
_OVERHEAD_MIN, _OVERHEAD_MAX = 192 * _MIB, 1024 * _MIB
_TASK_HEAP = 64 * _MIB
"""The smallest heap for tasks. Flink starts with less, but no job runs in it."""


@dataclass(frozen=True, kw_only=True)
class TaskManager:
    """The memory of a task manager in bytes."""

    process: int
    network: int
    managed: int

    @property
    def fits(self) -> bool:
        """Return whether the process is large enough for its parts."""
        overhead = min(max(self.process // 10, _OVERHEAD_MIN), _OVERHEAD_MAX)
        return self.process - overhead >= self._fixed

    @property
    def smallest(self) -> str:
        """Return the smallest process for this network and managed memory as a ByteSize, in whole MiB."""
        # the overhead is a tenth of the process, within bounds
        process = min(max(self._fixed + _OVERHEAD_MIN, -(-self._fixed * 10 // 9)), self._fixed + _OVERHEAD_MAX)
        return f"{-(-process // _MIB)}mb"

    @property
    def _fixed(self) -> int:
        return _METASPACE + _FRAMEWORK + self.network + self.managed + _TASK_HEAP
