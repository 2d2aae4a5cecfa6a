"""The settings of PlatformConfig about what bindings may do with Dapr."""

from typing import Annotated

from pydantic import Field

from function.base.model import Spec
from function.base.text import Text

ComponentType = Annotated[
    str,
    Text(
        "^[a-z]+[.][-.a-z0-9]+$",
        meaning="a type of component such as state.redis",
        example="state.redis",
        max_length=63,
    ),
]


class DaprPolicy(Spec):
    """Dapr of bindings."""

    require_scopes: bool = False
    """Reject components and subscriptions that do not list the applications that may use them. Default: false."""
    components: Annotated[list[ComponentType], Field(max_length=64)] | None = None
    """Types of components that bindings may have. Default: all."""
