"""The settings of PlatformConfig about External Secrets."""

from function.base.model import Spec
from function.base.types import DnsSubdomain, GoDuration


class ExternalSecrets(Spec):
    """How External Secrets reads the secrets of bindings."""

    service_account: DnsSubdomain = "default"
    """ServiceAccount of the binding's namespace that stores are read with."""
    refresh_interval: GoDuration = "1h0m0s"
    """How often they are read again."""
