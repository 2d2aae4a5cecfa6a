"""How an application reads a topic."""

from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.kafka.properties import texts
from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.units import Duration, milliseconds
from function.base.manifest import Manifest
from function.base.text import Text

GroupId = Annotated[
    str,
    Text("^[-._:@/a-zA-Z0-9]+$", meaning="letters, digits and -._:@/", example="auth-enrichment-v3", max_length=249),
]
Records = Annotated[int, Field(ge=1, le=2**31 - 1)]


class Consumer(Binding):
    """Settings of consumers."""

    group_id: GroupId | None = None
    """Consumer group."""
    auto_offset_reset: Literal["earliest", "latest", "none"] | None = None
    """Where a group without offsets starts. Default: the client's."""
    max_poll_records: Records | None = None
    """Maximum number of records that one poll returns. Default: the client's."""
    isolation_level: Literal["read_committed", "read_uncommitted"] | None = None
    """Whether records of open transactions are read. Default: the client's."""
    fetch_min_bytes: Records | None = None
    """Minimum amount of data for which a fetch waits. Default: the client's."""
    fetch_max_wait: Duration | None = None
    """How long a fetch waits for that amount. Default: the client's."""

    def settings(self) -> Manifest:
        """Return the settings under Kafka's names."""
        wait = None if self.fetch_max_wait is None else milliseconds(self.fetch_max_wait)
        return texts(
            {
                "group.id": self.group_id,
                "auto.offset.reset": self.auto_offset_reset,
                "max.poll.records": self.max_poll_records,
                "isolation.level": self.isolation_level,
                "fetch.min.bytes": self.fetch_min_bytes,
                "fetch.max.wait.ms": wait,
            }
        )
