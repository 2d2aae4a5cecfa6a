"""The settings of PlatformConfig about images."""

from typing import Annotated

from pydantic import Field

from function.base.model import Spec
from function.base.types import FreeText


class Images(Spec):
    """Allowed sources of images."""

    allowed_registries: Annotated[list[FreeText], Field(max_length=64)] = []
    """Allowed registries, as prefixes such as ghcr.io/example. An image without a registry is on Docker Hub: nginx is
    docker.io/library/nginx. Default: all registries are allowed."""
