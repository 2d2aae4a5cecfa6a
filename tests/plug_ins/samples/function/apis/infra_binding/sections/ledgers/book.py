"""A book as a ledger, which must exist."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.member import Made
from function.apis.infra_binding.sections.ledgers._section import Ledger
from function.base.meta import Meta
from function.base.types import FreeText
from function.platform.config import PlatformConfig


class Model(Ledger):
    """A book."""

    type: Literal["book"]
    title: Annotated[FreeText, Field(min_length=1)]
    """Title of the book."""

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the title."""
        return self.title

    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return the title."""
        return [("book", self.title)]

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return why there are no objects."""
        return Made(unmanaged="books are not made; the book must exist")
