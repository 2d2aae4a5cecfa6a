"""Where a platform keeps data."""

from function.apis.infra_binding.infrastructure.identifier import Identifier
from function.apis.infra_binding.l5 import Binding, LocalPath


class Storage(Binding):
    """Where data is kept. All of it must exist."""

    bucket: Identifier | None = None
    """Bucket, or container in Azure."""
    storage_account: Identifier | None = None
    """Storage account of the container, in Azure."""
    volume_id: Identifier | None = None
    """Identifier of a volume."""
    mount_path: LocalPath | None = None
    """Directory at which the storage is mounted."""
