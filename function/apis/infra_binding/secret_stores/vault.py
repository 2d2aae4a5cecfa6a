"""A secret in HashiCorp Vault's key-value store, version 2, read with the Kubernetes auth method."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.secret_stores._store import Secret, Store, StoreSettings
from function.base.manifest import Manifest, present
from function.base.types import ConfigKey, DnsLabel, HttpUrl, VaultName, VaultPath


class Server(Binding):
    """A Vault."""

    address: HttpUrl | None = None
    """Its address. Default: the platform's."""
    namespace: VaultName | None = None
    """Namespace within it (Vault Enterprise). Default: the platform's."""


class Auth(Binding):
    """How Vault knows the reader."""

    role: VaultName | None = None
    """Role of the Kubernetes auth method. Default: the platform's."""
    mount_path: VaultName | None = None
    """Where the auth method is mounted. Default: the platform's."""
    service_account: DnsLabel | None = None
    """ServiceAccount whose token is shown. Default: the platform's."""


class Model(Secret):
    """Keys of a secret in Vault, fetched by External Secrets."""

    provider: Literal["vault"]
    path: VaultPath
    """Path with its mount first, such as secret/data/kafka/production; `data` may be left out."""
    keys: Annotated[list[ConfigKey], Field(max_length=64)] = []
    """Keys to fetch. Default: those that the binding refers to."""
    vault: Server = Server()
    """The Vault to read from."""
    auth: Auth = Auth()
    """How Vault knows the reader."""

    def gaps(self, settings: StoreSettings) -> Iterator[tuple[str, str]]:
        """Yield what is said neither here nor in PlatformConfig."""
        if not (self.vault.address or settings.vault_address):
            yield "vault.address", "required: PlatformConfig.spec.vault names no address"
        if not (self.auth.role or settings.vault_role):
            yield "auth.role", "required: PlatformConfig.spec.vault names no role"

    def known_keys(self) -> Sequence[str] | None:
        """Return the listed keys, or None for any."""
        return self.keys or None

    def existing(self, settings: StoreSettings) -> str | None:
        """Return None: a Secret must be fetched."""
        return None

    def store(self, settings: StoreSettings) -> Store:
        """Return the store, named after the mount and after all else that tells it from another one."""
        mount, _ = self._mount_and_key()
        kubernetes: Manifest = {
            "mountPath": self.auth.mount_path or settings.vault_mount_path,
            "role": self.auth.role or settings.vault_role,
            "serviceAccountRef": {"name": self.auth.service_account or settings.service_account},
        }
        vault = present(
            {
                "server": self.vault.address or settings.vault_address,
                "namespace": self.vault.namespace or settings.vault_namespace,
                "path": mount,
                "version": "v2",
                "auth": {"kubernetes": kubernetes},
            }
        )
        return Store(f"vault-{sha256(repr(vault).encode()).hexdigest()[:8]}", {"vault": vault})

    def remote(self, key: str) -> Manifest:
        """Return the key below the mount."""
        _, path = self._mount_and_key()
        return {"key": path, "property": key}

    def _mount_and_key(self) -> tuple[str, str]:
        mount, _, path = self.path.partition("/")
        return mount, path.removeprefix("data/")
