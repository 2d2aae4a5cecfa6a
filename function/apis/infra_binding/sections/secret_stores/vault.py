"""A secret in HashiCorp Vault's key-value store, read with the Kubernetes auth method."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.names import fields_digest
from function.apis.infra_binding.secret_access import Setting, Store
from function.apis.infra_binding.sections.secret_stores._fetched import FetchedSecret, Keys
from function.base.address_types import HttpsUrl
from function.base.manifest import Manifest, present
from function.base.problems import Problem, describe, join
from function.base.rule import Rule
from function.base.types import DnsLabel, VaultMount, VaultName, VaultPath
from function.platform.config import PlatformConfig

_DATA = "data"
"""The segment between mount and path of version 2, which people copy from Vault's API."""


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
    version: str | None
    """None for version 2, so that the name of its stores does not change."""
    role: str | None
    mount_path: str
    service_account: str


class Model(FetchedSecret):
    """Keys of a secret in Vault, fetched by External Secrets."""

    rules = (
        Rule(
            cel="!has(self.mount) || self.path.startsWith(self.mount + '/') || (self.path + self.mount).contains('${')",
            message="must start with the mount",
            field="path",
            holds=lambda secret: secret.mount is None or secret.path.startswith(f"{secret.mount}/"),
        ),
    )

    provider: Literal["vault"]
    path: VaultPath
    """Path that starts with its mount, such as secret/data/kafka/production. With version 2, `data` may be omitted."""
    mount: VaultMount | None = None
    """Mount of the secrets engine, if it has several segments. Default: the first segment of the path."""
    kv_version: Literal[1, 2] | None = None
    """Version of the key-value engine. Default: 2."""
    keys: Keys = []
    """Keys to fetch. Default: the keys that the binding refers to."""
    vault: Server = Server()
    """The Vault server to read from."""
    auth: Auth = Auth()
    """How the reader authenticates to Vault."""

    def problems(self, path: str, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
        """Yield what is wrong with any secret, and that the mount is probably another one."""
        yield from super().problems(path, namespace, config)
        before, found, _ = self.path.partition(f"/{_DATA}/")
        if found and "/" in before and self.mount is None and self.kv_version != 1:
            message = describe(f"the mount is '{before.partition('/')[0]}'", hint=f"set mount if it is '{before}'")
            yield Problem(path=join(path, "path"), message=message, code="EP444", severity="warning")

    def listed_keys(self) -> Sequence[str] | None:
        """Return the listed keys, or None for any key."""
        return self.keys or None

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
                "version": access.version or "v2",
                "auth": {"kubernetes": kubernetes},
            }
        )
        return Store(f"vault-{fields_digest(present(asdict(access)))}", {"vault": vault})

    def remote(self) -> Manifest:
        """Return the path below the mount; in version 1, `data` is a part of it like any other.

        External Secrets removes the mount from the beginning of a path, also from that of a folder of the same name.
        """
        mount = f"{self._mount}/"
        below = self.path.removeprefix(mount)
        if self.kv_version != 1:
            below = below.removeprefix(f"{_DATA}/")
        return {"key": f"{mount}{below}" if below.startswith(mount) else below}

    @property
    def _mount(self) -> str:
        return self.mount or self.path.partition("/")[0]

    def _access(self, config: PlatformConfig) -> _Access:
        return _Access(
            server=self.vault.address or config.vault.address,
            namespace=self.vault.namespace or config.vault.namespace,
            mount=self._mount,
            version="v1" if self.kv_version == 1 else None,
            role=self.auth.role or config.vault.role,
            mount_path=self.auth.mount_path or config.vault.mount_path,
            service_account=self.auth.service_account or config.external_secrets.service_account,
        )

    def settings(self, config: PlatformConfig) -> Iterator[Setting]:
        """Yield where the secret is, and as whom it is read."""
        own, policy = config.vault, config.policy.vault
        account = config.external_secrets.service_account
        rows = (
            ("vault.address", self.vault.address, own.address, policy.addresses, "addresses", "vault.address"),
            ("vault.namespace", self.vault.namespace, own.namespace, policy.namespaces, "namespaces", ""),
            ("auth.role", self.auth.role, own.role, policy.roles, "roles", "vault.role"),
            ("auth.mount_path", self.auth.mount_path, own.mount_path, policy.mount_paths, "mountPaths", ""),
            (
                *("auth.service_account", self.auth.service_account, account, policy.service_accounts),
                *("serviceAccounts", ""),
            ),
        )
        for field, given, default, allowed, listed, required in rows:
            yield Setting(
                field=field, given=given, own=default, allowed=allowed, policy=f"vault.{listed}", required=required
            )
