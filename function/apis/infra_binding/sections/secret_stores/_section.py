"""What all secrets have in common: an existing Secret is used unchanged, any other secret is fetched from a store."""

from abc import abstractmethod
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.member import Made, Member, Part
from function.apis.infra_binding.names import bound_name
from function.base.condition import DEPENDENCIES_READY
from function.base.manifest import Manifest
from function.base.meta import Meta
from function.base.types import DnsSubdomain
from function.delivery.resource import Resource
from function.manifests import external_secret, secret_store
from function.platform.config import PlatformConfig
from function.readiness.ready_condition import READINESS


@dataclass(frozen=True)
class Store:
    """A SecretStore. Secrets of a binding with equal stores share one, so the name must identify its settings."""

    name: str
    provider: Manifest


STORE = Part(
    key="secretstore",
    kind=secret_store.KIND.kind,
    made="for secrets that are fetched; one for each store",
    shared=True,
)
FETCHED = Part(
    key="externalsecret",
    kind=external_secret.KIND.kind,
    made="for each secret that is fetched, if its keys are known",
)


class Secret(Member):
    """A secret of the binding: its location, never its value."""

    singular = "secret"
    has_file = False
    makes = (STORE, FETCHED)

    target_name: DnsSubdomain | None = None
    """Name of the Secret to create. Default: the binding's name, a dot, and the logical name with dashes for
    underscores, which no other binding uses."""

    def wants(self, name: str, secrets: Mapping[str, BoundSecret]) -> Collection[str]:
        """Return the key of the ExternalSecret if any key is fetched; an existing Secret has none."""
        return [FETCHED.of(name)] if secrets[name].keys else []

    @abstractmethod
    def known_keys(self) -> Sequence[str] | None:
        """Return the keys that references may use, or None for any key."""

    @abstractmethod
    def existing_secret(self, namespace: str) -> str | None:
        """Return the name of the existing Secret in the namespace, or None if the secret must be fetched."""

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
        """Return nothing: several logical names may refer to the same Secret."""
        return ()

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return the ExternalSecret that creates the Secret, and the SecretStore from which it reads."""
        bound = secrets[name]
        if bound.existing:
            return Made(unmanaged="an existing Secret is used; it must exist")
        if not bound.keys:
            return Made(unmanaged="none of its keys is listed or referenced, so nothing is fetched")
        store = self.store(config)
        store_name = f"{meta.name}-{store.name}"
        store_manifest = secret_store.manifest(meta, name=store_name, provider=store.provider)
        fetched = external_secret.manifest(
            meta,
            name=bound_name(meta.name, name),
            target=bound.name,
            store=store_name,
            refresh_interval=config.external_secrets.refresh_interval,
            remotes={key: self.remote_ref(key) for key in bound.keys},
        )
        return Made(
            own=(Resource(FETCHED.of(name), fetched, READINESS, about=DEPENDENCIES_READY),),
            shared=(Resource(STORE.of(store.name), store_manifest, READINESS, about=DEPENDENCIES_READY),),
        )
