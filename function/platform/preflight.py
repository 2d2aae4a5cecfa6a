"""The settings of PlatformConfig about preflights."""

from typing import Annotated, Literal

from pydantic import Field

from function.base.model import Spec
from function.base.types import Image

PreflightChecks = Annotated[list[Literal["connectivity", "schema_compatibility"]], Field(max_length=4)]
"""What the Job of a binding may check."""


class Preflight(Spec):
    """Checks of what bindings refer to, by a Job in the namespace of the binding."""

    image: Image | None = None
    """Image of this function, which also runs the checks; namespaces must be able to pull it. Required for a preflight,
    beside policy.preflight."""
