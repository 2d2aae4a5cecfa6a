"""What a scaling trigger must answer."""

from abc import abstractmethod
from dataclasses import dataclass

from function.base.manifest import Manifest
from function.base.model import Spec
from function.base.types import DnsLabel


@dataclass(frozen=True)
class NatsSource:
    """What a trigger about a stream uses unless it says otherwise.

    KEDA reads the state of stream and consumer at `endpoint`; `lag_threshold` is in messages per replica.
    """

    endpoint: str
    account: str
    lag_threshold: int
    https: bool = False


class Trigger(Spec):
    """A reason to scale beside the service's own consumer."""

    name: DnsLabel | None = None
    """Name of the trigger within the scaler; shows up in metrics."""

    @abstractmethod
    def keda(self, source: NatsSource) -> Manifest:
        """Return the entry of ScaledObject `spec.triggers`; KEDA takes text for every metadata value."""
