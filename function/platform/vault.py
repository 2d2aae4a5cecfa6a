"""The settings of PlatformConfig about Vault."""

from function.base.address_types import HttpsUrl
from function.base.model import Spec
from function.base.types import VaultName


class Vault(Spec):
    """Default Vault server of bindings."""

    address: HttpsUrl | None = None
    """Address of the server."""
    namespace: VaultName | None = None
    """Vault namespace (Vault Enterprise only)."""
    mount_path: VaultName = "kubernetes"
    """Mount path of the Kubernetes auth method."""
    role: VaultName | None = None
    """Role of the Kubernetes auth method."""
