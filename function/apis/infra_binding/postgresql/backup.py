"""When a database is backed up, and to where."""

from typing import Annotated

from function.apis.infra_binding.l5 import Binding
from function.base.cron import expression
from function.base.manifest import Json, Manifest, present
from function.base.types import DnsSubdomain

Schedule = Annotated[str, expression("0 2 * * *")]
PLUG_IN = "barman-cloud.cloudnative-pg.io"
"""The plug-in of CloudNativePG for object stores, as it is registered."""


class Backup(Binding):
    """Regular backups: snapshots of the volume, or copies in an object store."""

    schedule: Schedule
    """Cron expression (five fields), in the time zone of the operator, which is usually UTC. Nothing removes old
    snapshots; those in an object store are kept as long as the ObjectStore says."""
    object_store: DnsSubdomain | None = None
    """ObjectStore of the Barman Cloud plug-in in the namespace of the binding, which must exist. It gets the
    write-ahead log, from which the database can be restored to any moment, and, without snapshot_class, the backups.
    Default: none; backups are snapshots of an instance that is stopped for them, a replica if there is one."""
    snapshot_class: DnsSubdomain | None = None
    """VolumeSnapshotClass of the snapshots. Default: that of the cluster, without object_store."""

    @property
    def snapshots(self) -> bool:
        """Whether the backups are snapshots of a volume."""
        return self.object_store is None or self.snapshot_class is not None

    def of_cluster(self) -> Manifest:
        """Return the parts of the Cluster.

        Without a write-ahead log, only a snapshot of an instance that was stopped can be restored.
        """
        parameters: Json = {"barmanObjectName": self.object_store}
        plug_in: Json = {"name": PLUG_IN, "isWALArchiver": True, "parameters": parameters}
        snapshot: Json = present({"className": self.snapshot_class, "online": self.object_store is not None})
        return present(
            {
                "backup": {"volumeSnapshot": snapshot} if self.snapshots else None,
                "plugins": [plug_in] if self.object_store else None,
            }
        )

    def method(self) -> Manifest:
        """Return how the ScheduledBackup makes backups."""
        if self.snapshots:
            return {"method": "volumeSnapshot"}
        return {"method": "plugin", "pluginConfiguration": {"name": PLUG_IN}}

    def schedule_with_seconds(self) -> str:
        """Return the schedule as the operator reads it, whose first field is the second."""
        return f"0 {self.schedule}"
