"""The image of jobs, in its parts."""

from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.l5 import Binding
from function.base.text import Text
from function.base.types import PORT, DnsSubdomain

Repository = Annotated[
    str,
    Text(
        "^([a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?([.][a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?)*"
        f"(:{PORT})?/)?"
        "[a-z0-9]+(([.]|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+(([.]|_|__|-+)[a-z0-9]+)*)*$",
        meaning="an image without tag and digest, such as ghcr.io/example/flink",
        example="ghcr.io/example/flink",
        max_length=256,
    ),
]
Tag = Annotated[
    str,
    Text(
        "^[a-zA-Z0-9_][-._a-zA-Z0-9]*$",
        meaning="the tag of an image: letters, digits, '-', '_' and '.'",
        example="1.20.1-jobs",
        max_length=128,
    ),
]


class JobImage(Binding):
    """The image of processes that set none."""

    repository: Repository
    """Image without tag."""
    tag: Tag
    """Tag. It begins with the version of Flink, unless PlatformConfig.spec.flink.version names it."""
    pull_policy: Literal["Always", "IfNotPresent", "Never"] | None = None
    """When the image is pulled. Default: Always for the tag latest, otherwise IfNotPresent."""
    pull_secrets: Annotated[list[DnsSubdomain], Field(max_length=8)] = []
    """Secrets of the namespace with credentials for the registry."""

    @property
    def reference(self) -> str:
        """Return repository and tag."""
        return f"{self.repository}:{self.tag}"
