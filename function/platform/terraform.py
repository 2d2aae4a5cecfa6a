"""The settings of PlatformConfig about Crossplane's provider for Terraform."""

from typing import Literal

from function.base.model import Spec
from function.base.types import DnsSubdomain


class TerraformProviderConfig(Spec):
    """The ProviderConfig of the provider for Terraform, which has its credentials."""

    name: DnsSubdomain = "default"
    """Name of the ProviderConfig."""
    kind: Literal["ProviderConfig", "ClusterProviderConfig"] = "ClusterProviderConfig"
    """Kind of the ProviderConfig. A ProviderConfig is in the namespace of the binding."""


class Terraform(Spec):
    """Terraform modules of bindings. The cluster needs Crossplane's provider for Terraform."""

    workspaces: bool = False
    """Create a Workspace for each binding that asks for one. Apply package/rbac/terraform-objects.yaml first. Default:
    false."""
    provider_config: TerraformProviderConfig = TerraformProviderConfig()
    """The ProviderConfig of Workspaces."""
