"""SnapshotSchedule (snapscheduler.backube/v1) of SnapScheduler: regular snapshots of volumes."""

from collections.abc import Mapping

from function.base.kind import Kind
from function.base.manifest import Json, Manifest, present
from function.base.meta import Meta

KIND = Kind(api_version="snapscheduler.backube/v1", kind="SnapshotSchedule", plural="snapshotschedules")


def manifest(
    meta: Meta, *, selector: Mapping[str, str], schedule: str, keep: int | None, snapshot_class: str | None
) -> Manifest:
    """Return the SnapshotSchedule for the claims with these labels. Snapshots stay when it is deleted."""
    template: Json = present({"snapshotClassName": snapshot_class})
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(),
        "spec": present(
            {
                "claimSelector": {"matchLabels": dict(selector)},
                "schedule": schedule,
                "retention": present({"maxCount": keep}),
                "snapshotTemplate": template,
            }
        ),
    }
