"""How an application reads and writes a topic of Pulsar."""

from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.units import Duration
from function.base.text import Text

_PART = "[-=:.%_a-zA-Z0-9]+"
TopicName = Annotated[
    str,
    Text(
        f"^(persistent|non-persistent)://{_PART}(/{_PART}){{1,2}}$",
        meaning="persistent:// or non-persistent:// with tenant, namespace and topic",
        example="persistent://credit-card/settlement/events",
        max_length=512,
    ),
]
Subscription = Annotated[
    str,
    Text("^[-=:.%_a-zA-Z0-9]+$", meaning="letters, digits and -=:.%_", example="settlement-processor", max_length=249),
]
Number = Annotated[int, Field(ge=0, le=1_000_000)]


class DeadLetterPolicy(Binding):
    """What the client does with an event that cannot be processed."""

    max_redeliver_count: Number | None = None
    """Number of attempts before the event goes to the dead-letter topic."""
    dead_letter_topic: TopicName | None = None
    """Topic for such events. The client creates it. Default: named after topic and subscription."""


class Consumer(Binding):
    """How the application reads the topic. Its client creates the subscription."""

    subscription_name: Subscription | None = None
    """Name of the subscription."""
    subscription_type: Literal["Exclusive", "Shared", "Key_Shared", "Failover"] | None = None
    """How consumers of the subscription share events. Default: the client's."""
    receiver_queue_size: Number | None = None
    """Number of events that the client reads ahead. Default: the client's."""
    acknowledgment_timeout: Duration | None = None
    """Time after which an event that is not acknowledged is sent again. Default: never."""
    negative_ack_redelivery_delay: Duration | None = None
    """Time before a rejected event is sent again. Default: the client's."""
    dead_letter_policy: DeadLetterPolicy | None = None
    """What the client does with an event that cannot be processed. Default: it is sent again."""


class Producer(Binding):
    """How the application writes to the topic."""

    batching_enabled: bool | None = None
    """Whether events are sent in batches. Default: the client's."""
    batching_max_messages: Number | None = None
    """Maximum number of events in a batch. Default: the client's."""
    batching_max_publish_delay: Duration | None = None
    """How long an event waits for others. Default: the client's."""
    compression: Literal["NONE", "LZ4", "ZLIB", "ZSTD", "SNAPPY"] | None = None
    """Compression of events. Default: the client's."""
    send_timeout: Duration | None = None
    """Time after which sending fails. Default: the client's."""
