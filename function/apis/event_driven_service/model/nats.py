"""The stream that a service consumes."""

from function.apis.event_driven_service import habits
from function.base.address_types import HostPort, NatsUrl
from function.base.model import Spec
from function.base.types import NatsAccount, NatsName


class Nats(Spec):
    """The JetStream stream and durable consumer of the service. Both must exist; they are not created."""

    habits = habits.NATS

    stream: NatsName
    """Name of the existing JetStream stream."""
    consumer: NatsName
    """Name of the durable consumer (consumer group) of this service."""
    url: NatsUrl | None = None
    """NATS address, without credentials. Default: the platform's. To keep it in a Secret, map a key to NATS_URL."""
    account: NatsAccount | None = None
    """NATS account that owns the stream. Default: the platform's, which is $G on a server without accounts."""
    monitoring_endpoint: HostPort | None = None
    """Endpoint (host:port) from which KEDA reads the lag. Use the headless Service of NATS. Default: the platform's."""
