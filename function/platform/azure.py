"""The settings of PlatformConfig about secrets in Azure."""

from function.base.address_types import HttpsUrl
from function.base.azure_types import TenantId
from function.base.model import Spec


class Azure(Spec):
    """Default settings for secrets in Azure."""

    vault_url: HttpsUrl | None = None
    """Address of the Key Vault."""
    tenant_id: TenantId | None = None
    """Tenant. Default: that of the ServiceAccount's annotation."""
