"""What all state backends have in common: each is configuration of the jobs that use it, and no object."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.member import Made, Member
from function.base.meta import Meta
from function.platform.config import PlatformConfig


class StateBackend(Member):
    """How jobs keep their state while they run."""

    singular = "state backend"
    has_file = False
    uses_managed_memory: ClassVar[bool]
    """Whether managed memory of task managers is of use to it."""

    type: str
    """Name of the state backend."""

    @abstractmethod
    def configuration(self, *, managed: bool) -> dict[str, str]:
        """Return the settings under Flink's names; `managed` is whether the job has managed memory."""

    @abstractmethod
    def doubts(self, *, managed: bool) -> Iterator[tuple[str, str]]:
        """Yield fields of the entry that have little or no effect, each with the reason."""

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the type."""
        return self.type

    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return nothing: a state backend is no thing that two entries could share."""
        return ()

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return that no object is needed."""
        return Made(unmanaged="it is configuration of the processes that use it; no object is needed")
