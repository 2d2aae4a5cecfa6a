"""A secret in HashiCorp Vault's key-value store, version 2, read with the Kubernetes auth method."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.names import fields_digest
from function.apis.infra_binding.sections.secret_stores._section import Secret, Store
from function.apis.infra_binding.vault_access import foreign
from function.base.address_types import HttpsUrl
from function.base.manifest import Manifest, present
from function.base.problems import Problem, join
from function.base.types import ConfigKey, DnsLabel, VaultName, VaultPath
from function.platform.config import PlatformConfig

_SETTING = "PlatformConfig.spec.vault"


class Server(Binding):
    """A Vault server."""

    address: HttpsUrl | None = None
    """Address of the server, one that the platform lists. Default: the platform's."""
    namespace: VaultName | None = None
    """Vault namespace (Vault Enterprise only). Default: the platform's."""


class Auth(Binding):
    """How the reader authenticates to Vault."""

    role: VaultName | None = None
    """Role of the Kubernetes auth method. Default: the platform's."""
    mount_path: VaultName | None = None
    """Mount path of the auth method. Default: the platform's."""
    service_account: DnsLabel | None = None
    """ServiceAccount whose token is used. Default: the platform's."""


@dataclass(frozen=True, kw_only=True)
class _Access:
    """The settings that identify a store. The names of these fields are part of the digest in the name of a store."""

    server: str | None
    namespace: str | None
    mount: str
    role: str | None
    mount_path: str
    service_account: str


class Model(Secret):
    """Keys of a secret in Vault, fetched by External Secrets."""

    provider: Literal["vault"]
    path: VaultPath
    """Path that starts with its mount, such as secret/data/kafka/production. `data` may be omitted."""
    keys: Annotated[list[ConfigKey], Field(max_length=64)] = []
    """Keys to fetch. Default: the keys that the binding refers to."""
    vault: Server = Server()
    """The Vault server to read from."""
    auth: Auth = Auth()
    """How the reader authenticates to Vault."""

    def problems(self, path: str, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
        """Yield each setting that is neither here nor in PlatformConfig, and each that the platform does not list."""
        access = self._access(config)
        for field, value in {"vault.address": access.server, "auth.role": access.role}.items():
            if value is None:
                _, _, name = field.rpartition(".")
                message = f"required, because {_SETTING} does not set {name}"
                yield Problem(path=join(path, field), message=message, code="EP412", setting=f"{_SETTING}.{name}")
        asked = {f"vault.{field}": value for field, value in self.vault.model_dump().items()}
        asked |= {f"auth.{field}": value for field, value in self.auth.model_dump().items()}
        yield from foreign(path, asked, config)

    def known_keys(self) -> Sequence[str] | None:
        """Return the listed keys, or None for any key."""
        return self.keys or None

    def existing_secret(self, namespace: str) -> str | None:
        """Return None: a secret in Vault must be fetched."""
        return None

    def store(self, config: PlatformConfig) -> Store:
        """Return the store; fields that are not set are not in its name, so that new fields do not change it."""
        access = self._access(config)
        kubernetes = present(
            {
                "mountPath": access.mount_path,
                "role": access.role,
                "serviceAccountRef": {"name": access.service_account},
            }
        )
        vault = present(
            {
                "server": access.server,
                "namespace": access.namespace,
                "path": access.mount,
                "version": "v2",
                "auth": {"kubernetes": kubernetes},
            }
        )
        return Store(f"vault-{fields_digest(present(asdict(access)))}", {"vault": vault})

    def remote_ref(self, key: str) -> Manifest:
        """Return the path below the mount, and the key."""
        _, path = self._mount_and_key()
        return {"key": path, "property": key}

    def _access(self, config: PlatformConfig) -> _Access:
        mount, _ = self._mount_and_key()
        return _Access(
            server=self.vault.address or config.vault.address,
            namespace=self.vault.namespace or config.vault.namespace,
            mount=mount,
            role=self.auth.role or config.vault.role,
            mount_path=self.auth.mount_path or config.vault.mount_path,
            service_account=self.auth.service_account or config.external_secrets.service_account,
        )

    def _mount_and_key(self) -> tuple[str, str]:
        mount, _, path = self.path.partition("/")
        return mount, path.removeprefix("data/")
