"""The settings of PlatformConfig about NATS."""

from function.base.address_types import HostPort, NatsUrl
from function.base.model import Spec
from function.base.types import NatsAccount


class NatsDefaults(Spec):
    """Default NATS connection of services."""

    url: NatsUrl = "nats://nats.nats.svc:4222"
    """Client address."""
    monitoring_endpoint: HostPort | None = None
    """Monitoring endpoint (host:port) from which KEDA reads the lag. Use the headless Service: only it exposes the port
    and resolves the leader of a NATS cluster. Default: nats-headless.nats.svc.<clusterDomain>:8222."""
    account: NatsAccount = "$G"
    """Account that owns the streams. $G is the account of a server without accounts; $SYS has no JetStream."""
    use_https: bool = False
    """Use TLS for the monitoring endpoint."""
