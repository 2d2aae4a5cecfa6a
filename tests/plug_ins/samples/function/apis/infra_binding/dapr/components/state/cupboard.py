"""A cupboard as a state store."""

from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.dapr.components._component import Component
from function.apis.infra_binding.dapr.components._metadata import Metadata
from function.apis.infra_binding.l5 import Reference


class CupboardMetadata(Metadata):
    """Settings of a cupboard."""

    shelves: Annotated[int, Field(ge=1, le=9)]
    """Number of shelves."""
    lock_code: Reference | None = None
    """Code of the lock."""


class Model(Component):
    """A cupboard as a state store."""

    type: Literal["state.cupboard"]
    metadata: CupboardMetadata
    """Settings under Dapr's names."""
