"""The settings of PlatformConfig about the services that bindings run."""

from function.base.model import Spec
from function.base.types import Image


class BindingServices(Spec):
    """Databases and stores that bindings run."""

    postgresql_image: Image | None = None
    """Image of PostgreSQL for CloudNativePG. Another major version upgrades all databases. Default: the operator's."""
    redis_image: Image | None = None
    """Image of Redis 7 or newer, which must contain redis-server and redis-cli, and run as any user. Another image
    restarts all servers. Default: none; services of type redis are rejected."""
    snapshot_schedules: bool = False
    """Create SnapshotSchedules for backups of Redis. The cluster needs SnapScheduler. Default: false; services of type
    redis with backups are rejected."""
