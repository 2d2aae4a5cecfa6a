"""The settings of PlatformConfig for the secrets in Azure that bindings may use."""

from typing import Annotated

from pydantic import Field

from function.base.address_types import HttpsUrl
from function.base.azure_types import TenantId
from function.base.model import Spec
from function.base.types import DnsLabel


class AzurePolicy(Spec):
    """What bindings may use in addition to PlatformConfig.spec.azure and spec.externalSecrets."""

    vault_urls: Annotated[list[HttpsUrl], Field(max_length=64)] = []
    """Addresses of Key Vaults. Default: only the platform's."""
    tenants: Annotated[list[TenantId], Field(max_length=64)] = []
    """Tenants. Default: only the platform's."""
    service_accounts: Annotated[list[DnsLabel], Field(max_length=256)] = []
    """ServiceAccounts of the binding's namespace whose tokens may be used. Default: only the platform's."""
