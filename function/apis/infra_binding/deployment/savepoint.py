"""When savepoints are stored, and from which a job starts."""

from typing import Annotated

from pydantic import Field

from function.apis.infra_binding.flink.keys import texts
from function.apis.infra_binding.flink.storage import StorageUri
from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.units import Duration


class Restore(Binding):
    """The savepoint from which a job starts for the first time."""

    path: StorageUri
    """Address of the savepoint."""
    allow_non_restored: bool | None = None
    """Whether the job starts although it has no place for some of the state. Default: false."""


class Kept(Binding):
    """How many periodic savepoints are kept."""

    count: Annotated[int, Field(ge=1, le=1000)] | None = None
    """Number of savepoints. Default: as in the operator, 10."""


class Periodic(Binding):
    """Savepoints at an interval."""

    enabled: bool | None = None
    """Whether they are stored. Default: true."""
    interval: Duration
    """Time between two savepoints."""
    retention: Kept = Kept()
    """How many are kept."""


class Savepoints(Binding):
    """When savepoints are stored, and from which a job starts."""

    auto_savepoint: bool | None = None
    """Whether a job stores a savepoint before it is changed or deleted. Default: only before it is deleted, if a
    directory is set; a change goes on from the last checkpoint."""
    directory: StorageUri | None = None
    """Directory of savepoints. Default: savepoint.directory of the checkpoint, which has priority."""
    restore: Restore | None = None
    """Savepoint from which the job starts for the first time. Only for bindings with one process."""
    periodic: Periodic | None = None
    """Savepoints at an interval. Default: none."""

    def configuration(self) -> dict[str, str]:
        """Return the settings of the operator."""
        periodic = self.periodic
        if periodic is None or periodic.enabled is False:
            return {}
        return texts(
            {
                "kubernetes.operator.periodic.savepoint.interval": periodic.interval,
                "kubernetes.operator.savepoint.history.max.count": periodic.retention.count,
            }
        )
