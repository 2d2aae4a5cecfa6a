"""A flag that is raised when a transaction is complete."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.inquiry import Inquiry
from function.apis.infra_binding.member import Made
from function.apis.infra_binding.sections.completions._section import Completion
from function.base.address_types import HostPort
from function.base.meta import Meta
from function.platform.config import PlatformConfig
from function.platform.preflight import CHECK


class Model(Completion):
    """A flag on a tower. It must exist."""

    type: Literal["flag"]
    tower: HostPort
    """Where the flag is."""

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the tower."""
        return self.tower

    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return the tower."""
        return [("flag", self.tower)]

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return that no object creates the flag."""
        return Made(unmanaged="no object creates the flag; it must exist")

    def inquiries(self, name: str, check: CHECK, secrets: Mapping[str, BoundSecret]) -> Iterator[Inquiry]:
        """Yield whether the flag may be raised."""
        yield Inquiry(platform="lantern", about="flag", address=self.tower)
