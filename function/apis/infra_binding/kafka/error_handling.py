"""What an application does with records that it cannot read, and when brokers cannot be reached."""

from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.kafka.topic_settings import Topic
from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.units import Duration

Action = Literal["skip", "fail", "dlq"]
Count = Annotated[int, Field(ge=0, le=1_000_000)]


class Deserialization(Binding):
    """Records that cannot be read."""

    action: Action | None = None
    """What to do with such a record."""
    dlq_topic: Topic | None = None
    """Topic for such records. It is created like the stream's, with the broker's number of partitions."""
    log_level: Literal["debug", "info", "warn", "error"] | None = None
    """Level at which such a record is logged."""
    max_errors_per_minute: Count | None = None
    """Number of such records per minute above which the application fails."""


class Connectivity(Binding):
    """Brokers that cannot be reached."""

    retry_attempts: Count | None = None
    """How often an operation is repeated."""
    retry_backoff: Literal["fixed", "exponential"] | None = None
    """How the time between attempts grows."""
    initial_backoff: Duration | None = None
    """Time before the second attempt."""
    max_backoff: Duration | None = None
    """Maximum time between attempts."""
    fail_after: Duration | None = None
    """Time after which the application fails."""


class ErrorHandling(Binding):
    """What an application does about errors."""

    action: Action | None = None
    """What to do with a record that cannot be processed."""
    deserialization: Deserialization = Deserialization()
    """Records that cannot be read."""
    connectivity: Connectivity = Connectivity()
    """Brokers that cannot be reached."""
