"""The settings of PlatformConfig about Vault."""

from function.base.model import Spec
from function.base.types import HttpUrl, VaultName


class Vault(Spec):
    """Default Vault server of bindings."""

    address: HttpUrl | None = None
    """Address of the server."""
    namespace: VaultName | None = None
    """Vault namespace (Vault Enterprise only)."""
    mount_path: VaultName = "kubernetes"
    """Mount path of the Kubernetes auth method."""
    role: VaultName | None = None
    """Role of the Kubernetes auth method."""
