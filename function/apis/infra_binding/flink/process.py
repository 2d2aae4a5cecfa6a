"""A process, which runs as one Flink job: its compute resources, and what it consists of."""

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from function.apis.infra_binding.flink.behavior import MaxCheckpoints
from function.apis.infra_binding.flink.cores import at_least_a_tenth
from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.units import ByteSize
from function.base.marks import MayHoldSecret
from function.base.rule import Rule
from function.base.text import Text
from function.base.types import Image, LogicalName
from function.platform.flink import ClassName, Cores, JarUri

DEFAULTS = "_defaults"
"""The key of the values that apply to all processes."""
ProcessName = Annotated[
    str,
    Text(
        "^(_defaults|[a-z]([a-z0-9_]*[a-z0-9])?)$",
        meaning="_defaults, or a process: lowercase letters, digits and '_', starting with a letter and not ending "
        "with '_'",
        example="authorization_enrichment",
        max_length=50,
    ),
]
Parallelism = Annotated[int, Field(ge=1, le=32768)]
Argument = Annotated[str, StringConstraints(max_length=1024), MayHoldSecret()]

PARALLELISM = 1
TASK_MEMORY = "1gb"
TASK_CPU = 1
MANAGED_MEMORY = "0b"
NETWORK_MEMORY = "64mb"


class Process(Binding):
    """Compute resources of a process, and the job that runs it. Values that are not set are those of _defaults."""

    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            cel="!has(self.parallelism) || !has(self.max_parallelism) || self.parallelism <= self.max_parallelism",
            message="parallelism must not exceed max_parallelism",
            field="parallelism",
            holds=lambda process: (
                process.parallelism is None
                or process.max_parallelism is None
                or process.parallelism <= process.max_parallelism
            ),
            got=lambda process: f"{process.parallelism} and {process.max_parallelism}",
        ),
        at_least_a_tenth("task_cpu"),
    )

    parallelism: Parallelism | None = None
    """Number of parallel instances. Default: 1."""
    max_parallelism: Parallelism | None = None
    """Maximum number of parallel instances, which cannot be changed without losing the state. Default: parallelism."""
    task_memory: ByteSize | None = None
    """Memory of a task slot, including what Flink itself needs. Default: 1gb."""
    task_cpu: Cores | None = None
    """CPU cores of a task slot. Default: 1."""
    managed_memory: ByteSize | None = None
    """Part of the memory for RocksDB. Default: 0b."""
    network_memory: ByteSize | None = None
    """Part of the memory for network buffers. Default: 64mb."""
    max_checkpoints: MaxCheckpoints | None = None
    """Number of completed checkpoints to keep. Default: that of the checkpoint's retention."""
    checkpoint: LogicalName | None = None
    """Entry of `checkpoints`. Default: the one named like the process, or else `default`, or else the only one."""
    state_backend: LogicalName | None = None
    """Entry of `state_backends`. Default: the one named like the process, or else `default`, or else the only one."""
    image: Image | None = None
    """Image with Flink and the job. Default: the platform's."""
    jar: JarUri | None = None
    """Jar in the image. Default: the platform's."""
    entry_class: ClassName | None = None
    """Main class of the jar. Default: the one that its manifest names."""
    args: Annotated[list[Argument], Field(max_length=64), MayHoldSecret()] | None = None
    """Arguments of the job. Default: none, or --process and --environment for the platform's jar."""


def with_defaults(process: Process, defaults: Process) -> Process:
    """Return the process with the values that it does not set taken from `defaults`."""
    unset = {name for name in Process.model_fields if getattr(process, name) is None}
    return process.model_copy(update={name: getattr(defaults, name) for name in unset})
