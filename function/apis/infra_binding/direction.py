"""Whether an application reads a stream, writes it, or does both."""

from typing import Literal

from function.apis.infra_binding.l5 import Binding


class Directed(Binding):
    """A stream, which has settings for reading in `consumer` and for writing in `producer`."""

    direction: Literal["source", "sink", "bidirectional"] | None = None
    """Whether the application reads the stream, writes it, or does both. Default: what it has settings for, or both."""

    @property
    def reads(self) -> bool:
        """Whether the application reads the stream."""
        implied = "consumer" in self.model_fields_set or "producer" not in self.model_fields_set
        return implied if self.direction is None else self.direction != "sink"

    @property
    def writes(self) -> bool:
        """Whether the application writes to the stream."""
        implied = "producer" in self.model_fields_set or "consumer" not in self.model_fields_set
        return implied if self.direction is None else self.direction != "source"
