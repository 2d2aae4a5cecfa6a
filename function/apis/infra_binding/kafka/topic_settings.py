"""The settings of a topic that its operator or provider applies."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from function.base.manifest import Manifest, present
from function.base.text import Text

Topic = Annotated[
    str,
    Text(
        "^([.]?[-_a-zA-Z0-9][-._a-zA-Z0-9]*)$",
        meaning="letters, digits, '_', '-' and '.', not starting with '..'",
        example="auth-events",
        max_length=249,
    ),
]
Partitions = Annotated[int, Field(ge=1, le=100_000)]
Replication = Annotated[int, Field(ge=1, le=32767)]
Milliseconds = Annotated[int, Field(ge=-1, le=2**53 - 1)]


@dataclass(frozen=True, kw_only=True)
class TopicSettings:
    """A topic and how it is to be; None leaves a setting to the brokers."""

    topic: str
    partitions: int | None = None
    replication: int | None = None
    retention_ms: int | None = None
    compaction: str | None = None
    compression: str | None = None
    min_insync_replicas: int | None = None

    @property
    def config(self) -> Manifest:
        """Return the settings that have Kafka's names."""
        return present(
            {
                "retention.ms": self.retention_ms,
                "cleanup.policy": self.compaction,
                "compression.type": "uncompressed" if self.compression == "none" else self.compression,
                "min.insync.replicas": self.min_insync_replicas,
            }
        )
