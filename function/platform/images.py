"""The settings of PlatformConfig about images."""

from typing import Annotated

from pydantic import Field

from function.base.model import Spec
from function.base.types import FreeText


class Images(Spec):
    """Allowed sources of images."""

    allowed_registries: Annotated[list[FreeText], Field(max_length=64)] = []
    """Allowed registries, as prefixes such as ghcr.io/example. docker.io/library allows nginx too, which is the same image
    as docker.io/library/nginx. Default: all registries are allowed."""
