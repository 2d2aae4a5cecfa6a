"""How an application writes to a topic."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from function.apis.infra_binding.kafka.properties import texts
from function.apis.infra_binding.l5 import Binding
from function.base.int_or_string import IntOrString
from function.base.manifest import Manifest
from function.base.rule import Rule
from function.base.text import Text

Acks = Annotated[str, Text("^(all|-?[0-9]+)$", meaning="all or a number", example="all", max_length=20), IntOrString()]
IdPrefix = Annotated[
    str, Text("^[-._:/a-zA-Z0-9]+$", meaning="letters, digits and -._:/", example="auth-enrichment", max_length=249)
]
Amount = Annotated[int, Field(ge=0, le=2**31 - 1)]


class Producer(Binding):
    """Settings of producers."""

    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            cel="!has(self.acks) || (type(self.acks) == string ? self.acks in ['all', '-1', '0', '1'] : "
            "self.acks in [-1, 0, 1])",
            message="must be all, -1, 0 or 1",
            field="acks",
            holds=lambda producer: producer.acks in (None, "all", "-1", "0", "1"),
        ),
        Rule(
            cel="!has(self.idempotence) || !self.idempotence || !has(self.acks) || "
            "(type(self.acks) == string ? self.acks in ['all', '-1'] : self.acks == -1)",
            message="idempotence: true requires acks: all",
            field="acks",
            holds=lambda producer: not producer.idempotence or producer.acks in (None, "all", "-1"),
        ),
    )

    acks: Acks | None = None
    """Which replicas must confirm a record. Default: the client's."""
    idempotence: bool | None = None
    """Whether each record is written once, even if sending is repeated. Default: the client's."""
    compression: Literal["none", "gzip", "snappy", "lz4", "zstd"] | None = None
    """Compression of records. Default: the client's."""
    retries: Amount | None = None
    """How often sending is repeated. Default: the client's."""
    batch_size: Amount | None = None
    """Maximum size of a batch in bytes. Default: the client's."""
    linger_ms: Amount | None = None
    """Milliseconds for which a batch waits for further records. Default: the client's."""
    buffer_memory: Annotated[int, Field(ge=1, le=2**53 - 1)] | None = None
    """Bytes of memory for records that wait. Default: the client's."""
    transactional_id_prefix: IdPrefix | None = None
    """Beginning of the transactional IDs, which Flink's exactly-once sinks extend. A user may then use all of them."""

    def settings(self) -> Manifest:
        """Return the settings under Kafka's names. Clients derive their transactional IDs from the prefix."""
        return texts(
            {
                "acks": self.acks,
                "enable.idempotence": self.idempotence,
                "compression.type": self.compression,
                "retries": self.retries,
                "batch.size": self.batch_size,
                "linger.ms": self.linger_ms,
                "buffer.memory": self.buffer_memory,
            }
        )
