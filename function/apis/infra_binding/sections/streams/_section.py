"""What all streams have in common."""

from typing import Literal

from function.apis.infra_binding.l5 import Properties
from function.apis.infra_binding.member import Member


class Stream(Member):
    """A source or sink of events."""

    singular = "stream"

    direction: Literal["source", "sink", "bidirectional"] | None = None
    """Whether the application reads the stream, writes it, or does both. Default: what it has settings for, or both."""

    @property
    def completion_target(self) -> str | None:
        """Return the entry of `completions` to which the stream reports, or None."""
        return None

    properties: Properties = {}
    """Client properties of the stream platform. Refer to secrets as secret://name/key."""
