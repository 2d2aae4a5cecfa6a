"""ScheduledBackup (postgresql.cnpg.io/v1) of CloudNativePG."""

from collections.abc import Mapping

from function.base.kind import Kind
from function.base.manifest import Json, Manifest
from function.base.meta import Meta

KIND = Kind(api_version="postgresql.cnpg.io/v1", kind="ScheduledBackup", plural="scheduledbackups")


def manifest(meta: Meta, *, cluster: str, schedule: str, method: Mapping[str, Json]) -> Manifest:
    """Return the ScheduledBackup. Backups stay when it is deleted."""
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(),
        "spec": {
            "cluster": {"name": cluster},
            "schedule": schedule,
            "backupOwnerReference": "none",
            **method,
        },
    }
