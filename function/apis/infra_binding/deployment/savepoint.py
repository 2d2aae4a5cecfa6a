"""When savepoints are stored, and from which a job starts."""

from typing import Annotated

from pydantic import Field

from function.apis.infra_binding.flink.keys import texts
from function.apis.infra_binding.flink.storage import StorageUri
from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.units import PositiveDuration, milliseconds

_KEPT = 10
"""How many savepoints the operator keeps unless it is told otherwise."""
_HOUR = 3_600_000
_LEAST, _MOST = 24, 87_600
"""The smallest and the largest age in hours: the operator's own, and ten years, which it can count in milliseconds."""


class Restore(Binding):
    """The savepoint from which a job starts for the first time."""

    path: StorageUri
    """Address of the savepoint."""
    allow_non_restored: bool | None = None
    """Whether the job starts even if it cannot restore some of the state. Default: false."""


class Kept(Binding):
    """How many savepoints the operator keeps."""

    count: Annotated[int, Field(ge=1, le=1000)] | None = None
    """Number of savepoints, including those before a change of the job. Files of older ones stay in the directory.
    Default: as in the operator, 10."""


class Periodic(Binding):
    """Savepoints at an interval."""

    enabled: bool | None = None
    """Whether periodic savepoints are stored. Default: true."""
    interval: PositiveDuration
    """Time between two savepoints. Not 0s: `enabled: false` switches them off."""
    retention: Kept = Kept()
    """How many are kept."""

    @property
    def hours_kept(self) -> int:
        """Return an age that savepoints reach only if there are more of them than are kept.

        The operator also removes what is older than a day, unless it is told otherwise. One interval more, because it
        does not store savepoints on time.
        """
        hours = -(-milliseconds(self.interval) * ((self.retention.count or _KEPT) + 1) // _HOUR)
        return min(max(hours, _LEAST), _MOST)


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
                "kubernetes.operator.savepoint.history.max.age": f"{periodic.hours_kept}h",
                "kubernetes.operator.savepoint.history.max.count": periodic.retention.count,
            }
        )
