"""What a scaling trigger must answer."""

from abc import abstractmethod
from dataclasses import dataclass

from function.base.manifest import Manifest
from function.base.model import Spec
from function.base.types import DnsLabel


@dataclass(frozen=True)
class NatsSource:
    """Where KEDA reads stream and consumer state, unless a trigger says otherwise."""

    endpoint: str
    account: str
    https: bool = False


class Trigger(Spec):
    """A reason to scale beside the service's own consumer."""

    name: DnsLabel | None = None
    """Name of the trigger within the scaler; shows up in metrics."""

    @abstractmethod
    def keda(self, source: NatsSource) -> Manifest:
        """Return the entry of ScaledObject `spec.triggers`; KEDA takes text for every metadata value."""
