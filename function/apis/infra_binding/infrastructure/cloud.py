"""Where a platform is in Azure or Google Cloud."""

from function.apis.infra_binding.infrastructure.identifier import Identifier
from function.apis.infra_binding.l5 import Binding


class Azure(Binding):
    """Where the platform is in Azure."""

    subscription_id: Identifier
    """Subscription."""
    resource_group: Identifier
    """Resource group."""
    location: Identifier | None = None
    """Location, such as westeurope. Default: that of the resource group."""
    tenant_id: Identifier | None = None
    """Tenant of Entra ID. Default: that of the subscription."""


class Gcp(Binding):
    """Where the platform is in Google Cloud."""

    project: Identifier
    """ID of the project."""
    region: Identifier | None = None
    """Region, such as europe-west1. Default: that of the provider."""
    zone: Identifier | None = None
    """Zone in the region, such as europe-west1-b. Default: the cloud chooses."""
