"""Applications that others call through Dapr."""

from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import Field

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.dapr.app_id import AppId
from function.apis.infra_binding.member import Made, Member
from function.base.address_types import HostPort
from function.base.manifest import Manifest
from function.base.meta import Meta
from function.platform.config import PlatformConfig


class Invocation(Member):
    """Applications that others call through their sidecars."""

    singular = "invocation"

    routes: Annotated[dict[AppId, HostPort], Field(min_length=1, max_length=64)]
    """Address of each application, such as triage-service:8000, by its ID. Dapr itself needs only the ID."""

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return how many applications there are."""
        return f"{len(self.routes)} applications"

    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return nothing."""
        return ()

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return that no object is needed."""
        return Made(unmanaged="Dapr finds applications by the IDs of their sidecars; no object is needed")

    def client(self, name: str) -> Manifest:
        """Return the address at which the sidecar of an application serves each of the others."""
        return {app: f"http://localhost:3500/v1.0/invoke/{app}/method" for app in sorted(self.routes)}
