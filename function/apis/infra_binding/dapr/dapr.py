"""The model of the section `dapr`."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from function.apis.infra_binding.dapr.components import COMPONENT, AnyComponent
from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.member import Member
from function.base.types import DnsLabel

PARTS = (COMPONENT,)
"""The kinds of objects of the section."""
_NAMED = ("components",)
"""The fields that have entries by name."""


class Dapr(Binding):
    """Components of Dapr, and how applications use them."""

    components: Annotated[dict[DnsLabel, AnyComponent], Field(max_length=16)] = {}
    """State stores and message brokers, by the names that applications use."""

    def members(self) -> Iterator[tuple[str, str, Member]]:
        """Yield section, name and entry: sections in the order of the fields, names sorted."""
        for field in _NAMED:
            for name, member in sorted(getattr(self, field).items()):
                yield f"dapr.{field}", name, member
