"""A basket for events that cannot be processed."""

from collections.abc import Iterable, Mapping
from typing import Literal

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.member import Made
from function.apis.infra_binding.sections.dead_letters._section import DeadLetter
from function.base.meta import Meta
from function.base.types import DnsLabel
from function.platform.config import PlatformConfig


class Model(DeadLetter):
    """A basket."""

    type: Literal["basket"]
    room: DnsLabel
    """Name of the room."""

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the room."""
        return self.room

    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return nothing: several entries may use a basket."""
        return ()

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return why there are no objects."""
        return Made(unmanaged="baskets are not made; the basket must exist")
