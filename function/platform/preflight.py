"""The settings of PlatformConfig about preflights."""

from typing import Annotated, Literal

from pydantic import Field

from function.base.model import Spec
from function.base.types import Image

CHECK = Literal["connectivity", "schema_compatibility", "permissions", "capacity"]
"""What the Job of a binding can check."""
PreflightChecks = Annotated[list[CHECK], Field(max_length=4)]


class Preflight(Spec):
    """Checks of what bindings refer to, run by a Job in the namespace of the binding."""

    image: Image | None = None
    """Image of this function, which also runs the checks; namespaces must be able to pull it. Required for a preflight,
    beside policy.preflight."""
