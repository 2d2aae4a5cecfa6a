"""The settings of PlatformConfig about images."""

from typing import Annotated

from pydantic import Field

from function.base.model import Spec
from function.base.types import FreeText


class Images(Spec):
    """Where images may come from."""

    allowed_registries: Annotated[list[FreeText], Field(max_length=64)] = []
    """Prefixes, such as ghcr.io/example. Default: anywhere."""
