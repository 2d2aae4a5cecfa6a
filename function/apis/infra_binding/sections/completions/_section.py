"""What all destinations of reports have in common: when and how a sink reports."""

from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.member import Member
from function.apis.infra_binding.units import Duration


class Retry(Binding):
    """How reporting is repeated."""

    attempts: Annotated[int, Field(ge=0, le=1000)] | None = None
    """How often it is repeated."""
    backoff: Literal["fixed", "exponential"] | None = None
    """How the time between attempts grows."""
    initial_delay: Duration | None = None
    """Time before the second attempt."""
    max_delay: Duration | None = None
    """Maximum time between attempts."""


class Callback(Binding):
    """When and how a sink reports. No controller applies it; the application reads it in the document."""

    trigger: Literal["after_commit", "after_flush", "after_ack"] | None = None
    """What the report waits for. Default: after_commit."""
    timeout: Duration | None = None
    """Time after which the transaction has failed."""
    retry: Retry = Retry()
    """How reporting is repeated."""
    include_sink_response: bool | None = None
    """Whether the report contains what the sink answered."""


class Completion(Member):
    """A destination of reports that a transaction is complete, or has failed."""

    singular = "completion"

    callback: Callback = Callback()
    """When and how a sink reports."""
