"""What all storages of checkpoints have in common: when checkpoints are taken, and how a job recovers from them."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.flink.behavior import Behavior, CheckpointTime, Recovery, Retention
from function.apis.infra_binding.flink.keys import texts
from function.apis.infra_binding.flink.storage import Storage, StorageUri
from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.member import Made, Member
from function.apis.infra_binding.units import Duration
from function.base.meta import Meta
from function.platform.config import PlatformConfig


class Savepoint(Binding):
    """Where savepoints are stored."""

    directory: StorageUri
    """Address of a directory. Before a job is deleted, a savepoint is stored there."""


class Checkpoint(Member):
    """A storage of checkpoints."""

    singular = "checkpoint"

    interval: CheckpointTime | None = None
    """Time between the starts of two checkpoints. Default: checkpoint.interval; without both, Flink takes none, unless
    the job itself asks for them."""
    min_pause: Duration | None = None
    """Minimum time between the end of a checkpoint and the start of the next one. Default: checkpoint.min_pause."""
    checkpoint: Behavior = Behavior()
    """When checkpoints are taken."""
    savepoint: Savepoint | None = None
    """Where savepoints are stored. Default: nowhere."""
    retention: Retention = Retention()
    """Which checkpoints are kept."""
    recovery: Recovery = Recovery()
    """What happens after a failure."""

    @abstractmethod
    def storage(self) -> Storage:
        """Return the directory."""

    def configuration(self) -> dict[str, str]:
        """Return the settings of jobs that use this storage, under Flink's names."""
        storage = self.storage()
        own = {
            "execution.checkpointing.interval": self.interval,
            "execution.checkpointing.min-pause": self.min_pause,
            "execution.checkpointing.storage": "filesystem",
            "execution.checkpointing.dir": storage.uri,
            "execution.checkpointing.savepoint-dir": self.savepoint.directory if self.savepoint else None,
        }
        parts = (self.checkpoint, self.retention, self.recovery)
        below = {key: text for part in parts for key, text in part.configuration().items()}
        return {**below, **texts(own), **storage.configuration}

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the address of the directory."""
        return self.storage().uri

    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return nothing: several entries may use a directory, because each job has its own below it."""
        return ()

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return that no object creates the storage."""
        return Made(unmanaged="no object creates the storage; it must exist")
