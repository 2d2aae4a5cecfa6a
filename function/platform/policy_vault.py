"""The settings of PlatformConfig for the Vaults that bindings may use."""

from typing import Annotated

from pydantic import Field

from function.base.address_types import HttpsUrl
from function.base.model import Spec
from function.base.types import DnsLabel, VaultName

Names = Annotated[list[VaultName], Field(max_length=256)]


class VaultPolicy(Spec):
    """What bindings may use in addition to PlatformConfig.spec.vault and spec.externalSecrets."""

    addresses: Annotated[list[HttpsUrl], Field(max_length=64)] = []
    """Addresses of Vaults. Default: only the platform's."""
    namespaces: Names = []
    """Namespaces within Vault (Enterprise). Default: only the platform's."""
    mount_paths: Names = []
    """Mounts of the Kubernetes auth method. Default: only the platform's."""
    roles: Names = []
    """Roles of the auth method. Default: only the platform's."""
    service_accounts: Annotated[list[DnsLabel], Field(max_length=256)] = []
    """ServiceAccounts of the binding's namespace whose tokens may be sent to Vault. Default: only the platform's."""
