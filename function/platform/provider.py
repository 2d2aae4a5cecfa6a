"""The settings of PlatformConfig about provider-kubernetes."""

from typing import Literal

from function.base.model import Spec
from function.base.types import DnsSubdomain


class ProviderConfigRef(Spec):
    """The ProviderConfig of provider-kubernetes."""

    name: DnsSubdomain = "kubernetes-provider"
    """Name of the ProviderConfig."""
    kind: Literal["ProviderConfig", "ClusterProviderConfig"] = "ClusterProviderConfig"
    """Kind of the ProviderConfig for namespaced Objects. Cluster-scoped Objects support only ProviderConfig."""


class Objects(Spec):
    """How provider-kubernetes manages Objects."""

    watch: bool = False
    """Watch Deployments instead of polling them. Requires the provider's flag --enable-watches."""
