"""The settings of PlatformConfig about Vault."""

from function.base.model import Spec
from function.base.types import HttpUrl, VaultName


class Vault(Spec):
    """The Vault of bindings that name none."""

    address: HttpUrl | None = None
    """Its address."""
    namespace: VaultName | None = None
    """Namespace within it (Vault Enterprise)."""
    mount_path: VaultName = "kubernetes"
    """Where its Kubernetes auth method is mounted."""
    role: VaultName | None = None
    """Role of the auth method."""
