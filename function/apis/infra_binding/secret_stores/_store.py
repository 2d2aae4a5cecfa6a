"""What a secret provider must answer."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from function.apis.infra_binding.l5 import Binding
from function.base.manifest import Manifest


@dataclass(frozen=True, kw_only=True)
class StoreSettings:
    """What the platform and the binding's place add to a secret's own fields."""

    namespace: str
    service_account: str
    vault_address: str | None = None
    vault_namespace: str | None = None
    vault_mount_path: str = "kubernetes"
    vault_role: str | None = None


@dataclass(frozen=True)
class Store:
    """A SecretStore; secrets of a binding with equal stores share one, so the name says what tells it from others."""

    name: str
    provider: Manifest


class Secret(Binding):
    """A secret of the binding: never a value, only where it is kept."""

    def gaps(self, settings: StoreSettings) -> Iterator[tuple[str, str]]:
        """Yield (field, message) for what neither the binding nor the platform says."""
        yield from ()

    @abstractmethod
    def known_keys(self) -> Sequence[str] | None:
        """Return the keys that may be referred to, or None where any may."""

    @abstractmethod
    def existing(self, settings: StoreSettings) -> str | None:
        """Return the name of the Secret that is used as it is, or None where one must be fetched."""

    @abstractmethod
    def store(self, settings: StoreSettings) -> Store:
        """Return the store to fetch from."""

    @abstractmethod
    def remote(self, key: str) -> Manifest:
        """Return `remoteRef` of one key."""
