"""The settings of PlatformConfig about provider-kubernetes."""

from typing import Literal

from function.base.model import Spec
from function.base.types import DnsSubdomain


class ProviderConfigRef(Spec):
    """The ProviderConfig of provider-kubernetes."""

    name: DnsSubdomain = "kubernetes-provider"
    """Its name."""
    kind: Literal["ProviderConfig", "ClusterProviderConfig"] = "ClusterProviderConfig"
    """Its kind, where Objects are namespaced; cluster-scoped Objects know one kind only."""


class Objects(Spec):
    """How provider-kubernetes looks after Objects."""

    watch: bool = False
    """Watch Deployments instead of polling them; needs the provider's flag --enable-watches."""
