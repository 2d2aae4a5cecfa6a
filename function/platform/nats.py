"""The settings of PlatformConfig about NATS."""

from function.base.model import Spec
from function.base.types import HostPort, NatsAccount, NatsUrl


class NatsDefaults(Spec):
    """The NATS that services use unless their claims say otherwise."""

    url: NatsUrl = "nats://nats.nats.svc:4222"
    """Client address."""
    monitoring_endpoint: HostPort | None = None
    """host:port that KEDA reads the lag from. Default: nats-headless.nats.svc.<clusterDomain>:8222; the headless
    Service, since only it exposes the port and finds the leader of a cluster."""
    account: NatsAccount = "$G"
    """Account that owns the streams; $G is the one of a server without accounts. $SYS has no JetStream."""
    use_https: bool = False
    """Read the monitoring endpoint over TLS."""
