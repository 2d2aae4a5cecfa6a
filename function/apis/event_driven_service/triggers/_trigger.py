"""The base class of scaling triggers."""

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass

from function.apis.event_driven_service import habits
from function.base.manifest import Manifest
from function.base.model import Spec
from function.base.problems import Problem
from function.base.types import DnsLabel
from function.platform.config import PlatformConfig


@dataclass(frozen=True)
class NatsSource:
    """Defaults for triggers that read the lag of a stream.

    KEDA reads the state of stream and consumer from `endpoint`; `lag_threshold` is in messages per replica.
    """

    endpoint: str
    account: str
    lag_threshold: int
    https: bool = False


class Trigger(Spec):
    """An additional trigger, besides the service's own consumer."""

    habits = habits.TRIGGER

    name: DnsLabel | None = None
    """Name of the trigger within the scaler, shown in metrics."""
    type: str

    @abstractmethod
    def keda(self, source: NatsSource) -> Manifest:
        """Return the entry of ScaledObject `spec.triggers`; KEDA expects strings for all metadata values."""

    def breaches(self, path: str, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
        """Yield what the platform does not let a claim of `namespace` set at `path`, and what no schema can refuse."""
        yield from ()
