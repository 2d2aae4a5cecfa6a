"""What all secrets have in common: a Secret that exists is used as it is, any other one is fetched from a store."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.member import Made, Member, Unmanaged
from function.base.condition import DEPENDENCIES_READY
from function.base.manifest import Manifest
from function.base.meta import Meta
from function.delivery.resource import Resource
from function.manifests import external_secret, secret_store
from function.platform.config import PlatformConfig
from function.readiness.ready_condition import READINESS


@dataclass(frozen=True)
class Store:
    """A SecretStore; secrets of a binding with equal stores share one, so the name says what tells it from others."""

    name: str
    provider: Manifest


class Secret(Member):
    """A secret of the binding: never a value, only where it is kept."""

    singular = "secret"
    has_file = False
    makes = (
        (secret_store.KIND.kind, "for secrets that are fetched, one for each different store"),
        (external_secret.KIND.kind, "for each secret that is fetched and has a key that is known"),
    )

    @classmethod
    def composed_key(cls, name: str) -> str:
        """Return the composed key of the ExternalSecret."""
        return f"externalsecret-{name}"

    def wants_object(self, name: str, secrets: Mapping[str, BoundSecret]) -> bool:
        """Return whether any key is fetched; a Secret that exists is used as it is."""
        return bool(secrets[name].keys)

    @abstractmethod
    def known_keys(self) -> Sequence[str] | None:
        """Return the keys that may be referred to, or None where any may."""

    @abstractmethod
    def existing_secret(self, namespace: str) -> str | None:
        """Return the name of the Secret in the namespace that is used as it is, or None where it must be fetched."""

    @abstractmethod
    def store(self, config: PlatformConfig) -> Store:
        """Return the store to fetch from."""

    @abstractmethod
    def remote_ref(self, key: str) -> Manifest:
        """Return `remoteRef` of one key."""

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the Secret."""
        return secrets[name].name

    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return nothing: several names may stand for the keys of one Secret."""
        return ()

    def made(
        self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]
    ) -> Made | Unmanaged:
        """Return the ExternalSecret that makes the Secret, and the SecretStore that it reads from."""
        bound = secrets[name]
        if bound.existing:
            return Unmanaged("a Secret of the cluster is used as it is; it must exist")
        if not bound.keys:
            return Unmanaged("no key of it is listed or referred to, so nothing is fetched")
        store = self.store(config)
        store_name = f"{meta.name}-{store.name}"
        store_manifest = secret_store.manifest(meta, name=store_name, provider=store.provider)
        fetched = external_secret.manifest(
            meta,
            name=bound.name,
            store=store_name,
            refresh_interval=config.external_secrets.refresh_interval,
            remotes={key: self.remote_ref(key) for key in bound.keys},
        )
        return Made(
            own=(Resource(self.composed_key(name), fetched, READINESS, about=DEPENDENCIES_READY),),
            shared=(Resource(f"secretstore-{store.name}", store_manifest, READINESS, about=DEPENDENCIES_READY),),
        )
