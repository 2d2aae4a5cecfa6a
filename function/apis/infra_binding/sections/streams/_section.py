"""What all streams have in common."""

from function.apis.infra_binding.l5 import Properties
from function.apis.infra_binding.member import Member


class Stream(Member):
    """A source or sink of events."""

    singular = "stream"

    properties: Properties = {}
    """Client properties of the stream platform. Refer to secrets as secret://name/key."""
