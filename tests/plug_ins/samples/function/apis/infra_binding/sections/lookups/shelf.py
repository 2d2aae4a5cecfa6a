"""A shelf as a store of reference data."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.sections.lookups._section import Lookup
from function.apis.infra_binding.spellings import agree
from function.base.types import DnsLabel

SPELLINGS: Mapping[str, str] = {"books.most": "most_books"}
Books = Annotated[int, Field(ge=1, le=100)]


class Rows(Binding):
    """What is on the shelf."""

    most: Books | None = None
    """Another spelling of the lookup's most_books."""


class Model(Lookup):
    """A shelf."""

    spellings: ClassVar[Mapping[str, str]] = SPELLINGS
    rules = agree(SPELLINGS)

    type: Literal["shelf"]
    room: DnsLabel
    """Name of the room."""
    most_books: Books | None = None
    """Maximum number of books that are read."""
    books: Rows = Rows()
    """What is on the shelf."""

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the room."""
        return self.room
