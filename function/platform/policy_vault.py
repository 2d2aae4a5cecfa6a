"""The settings of PlatformConfig about what bindings may say of Vault."""

from typing import Annotated

from pydantic import Field

from function.base.address_types import HttpsUrl
from function.base.model import Spec
from function.base.types import DnsLabel, VaultName

Names = Annotated[list[VaultName], Field(max_length=256)]


class VaultPolicy(Spec):
    """What bindings may name beside what PlatformConfig.spec.vault and spec.externalSecrets name."""

    addresses: Annotated[list[HttpsUrl], Field(max_length=64)] = []
    """Addresses of Vaults. Default: the platform's alone."""
    namespaces: Names = []
    """Namespaces within Vault (Enterprise). Default: the platform's alone."""
    mount_paths: Names = []
    """Mounts of the Kubernetes auth method. Default: the platform's alone."""
    roles: Names = []
    """Roles of the auth method. Default: the platform's alone."""
    service_accounts: Annotated[list[DnsLabel], Field(max_length=256)] = []
    """ServiceAccounts of the binding's namespace whose token Vault is shown. Default: the platform's alone."""
