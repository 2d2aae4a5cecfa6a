"""What all receivers of alerts have in common."""

from abc import abstractmethod
from collections.abc import Mapping

from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.monitoring.alerts.channels import ChannelName
from function.base.manifest import Json, Manifest


class Receiver(Binding):
    """Who is told of the alerts of a channel."""

    type: str
    """Kind of channel: the part before `://`."""
    name: ChannelName
    """Name of the channel: the part after `://`."""

    @abstractmethod
    def credential(self) -> str:
        """Return the reference to the credential."""

    @abstractmethod
    def settings(self, credential: Mapping[str, Json]) -> Manifest:
        """Return the receiver as AlertmanagerConfig has it; `credential` is the name and the key of a Secret."""

    @property
    def channel(self) -> str:
        """Return the channel that it belongs to."""
        return f"{self.type}://{self.name}"
