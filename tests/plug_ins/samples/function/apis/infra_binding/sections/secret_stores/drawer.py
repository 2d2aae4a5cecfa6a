"""A secret in a drawer, which External Secrets opens."""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.sections.secret_stores._section import Secret, Store
from function.base.manifest import Manifest
from function.base.text import Text
from function.base.types import ConfigKey
from function.platform.config import PlatformConfig

Cabinet = Annotated[str, Text("^[a-z]{6,30}$", meaning="6 to 30 letters", example="mahogany", max_length=30)]


class Model(Secret):
    """A secret in the drawer of a cabinet."""

    provider: Literal["drawer"]
    cabinet: Cabinet
    """The cabinet."""
    drawer: ConfigKey
    """The drawer."""
    keys: Annotated[list[ConfigKey], Field(max_length=64)] = []
    """Keys to fetch. Default: those that the binding refers to."""

    def known_keys(self) -> Sequence[str] | None:
        """Return the listed keys, or None for any."""
        return self.keys or None

    def existing_secret(self, namespace: str) -> str | None:
        """Return None: a Secret must be fetched."""
        return None

    def store(self, config: PlatformConfig) -> Store:
        """Return the store of the cabinet."""
        return Store(f"drawer-{self.cabinet}", {"kubernetes": {"remoteNamespace": self.cabinet}})

    def remote_ref(self, key: str) -> Manifest:
        """Return the key in the drawer."""
        return {"key": self.drawer, "property": key}
