"""When snapshots of the volume of Redis are taken."""

from typing import Annotated

from pydantic import Field

from function.apis.infra_binding.l5 import Binding
from function.base.cron import plain_expression
from function.base.types import DnsSubdomain

Schedule = Annotated[str, plain_expression("0 2 * * *")]


class VolumeBackup(Binding):
    """Regular snapshots of the volume, from which Redis starts as after a crash."""

    schedule: Schedule
    """Cron expression (five fields, without names), in the time zone of SnapScheduler, which is usually UTC."""
    keep: Annotated[int, Field(ge=1, le=1000)] | None = None
    """Number of snapshots that are kept. Default: all."""
    snapshot_class: DnsSubdomain | None = None
    """VolumeSnapshotClass of the snapshots. Default: that of the cluster."""
