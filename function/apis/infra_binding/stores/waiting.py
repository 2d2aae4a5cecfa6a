"""Lookups for which an application does not wait one by one."""

from typing import Annotated

from pydantic import Field

from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.units import Duration


class Async(Binding):
    """How many requests wait for the store at the same time."""

    enabled: bool | None = None
    """Whether the application sends further requests while it waits. Default: the application's."""
    capacity: Annotated[int, Field(ge=1, le=1_000_000)] | None = None
    """Maximum number of requests that wait."""
    timeout: Duration | None = None
    """Time after which a request has failed."""
    ordered: bool | None = None
    """Whether results keep the order of the events."""
