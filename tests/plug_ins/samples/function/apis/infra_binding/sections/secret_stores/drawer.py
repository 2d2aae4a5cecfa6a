"""A secret in a drawer, which External Secrets opens."""

from collections.abc import Sequence
from typing import Annotated, Literal

from function.apis.infra_binding.secret_access import Store
from function.apis.infra_binding.sections.secret_stores._fetched import FetchedSecret, Keys
from function.base.manifest import Manifest
from function.base.text import Text
from function.base.types import ConfigKey
from function.platform.config import PlatformConfig

Cabinet = Annotated[str, Text("^[a-z]{6,30}$", meaning="6 to 30 letters", example="mahogany", max_length=30)]


class Model(FetchedSecret):
    """A secret in the drawer of a cabinet."""

    provider: Literal["drawer"]
    cabinet: Cabinet
    """The cabinet."""
    drawer: ConfigKey
    """The drawer."""
    keys: Keys = []
    """Keys to fetch. Default: those that the binding refers to."""

    def listed_keys(self) -> Sequence[str] | None:
        """Return the listed keys, or None for any."""
        return self.keys or None

    def store(self, config: PlatformConfig) -> Store:
        """Return the store of the cabinet."""
        return Store(f"drawer-{self.cabinet}", {"kubernetes": {"remoteNamespace": self.cabinet}})

    def remote(self) -> Manifest:
        """Return the drawer."""
        return {"key": self.drawer}
