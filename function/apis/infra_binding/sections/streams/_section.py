"""What all streams have in common."""

from function.apis.infra_binding.direction import Directed
from function.apis.infra_binding.l5 import Properties
from function.apis.infra_binding.member import Member
from function.apis.infra_binding.scaling import Scaling


class Stream(Directed, Member):
    """A source or sink of events."""

    singular = "stream"

    @property
    def completion_target(self) -> str | None:
        """Return the entry of `completions` to which the stream reports, or None."""
        return None

    def scaling(self) -> Scaling | None:
        """Return the trigger for events that are not read yet, or None if the settings do not identify a reader."""
        return None

    properties: Properties = {}
    """Client properties of the stream platform. Refer to secrets as secret://name/key."""
