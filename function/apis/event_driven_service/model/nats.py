"""The stream a service consumes."""

from function.base.address_types import HostPort, NatsUrl
from function.base.model import Spec
from function.base.types import NatsAccount, NatsName


class Nats(Spec):
    """The JetStream stream and durable consumer of the service. Both must exist; neither is created."""

    stream: NatsName
    """Name of the existing JetStream stream."""
    consumer: NatsName
    """Name of the durable consumer (consumer group) of this service."""
    url: NatsUrl | None = None
    """Client address, without credentials. Default: the platform's. To keep it in a Secret, map a key to NATS_URL."""
    account: NatsAccount | None = None
    """NATS account that owns the stream. Default: the platform's, $G on a server without accounts."""
    monitoring_endpoint: HostPort | None = None
    """host:port that KEDA reads the lag from; of a NATS cluster, its headless Service. Default: the platform's."""
