"""The Secrets of an InfraBinding: what is fetched, and where it is found."""

from function.apis.infra_binding.l5 import object_name
from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.secret_stores import StoreSettings
from function.base.condition import DEPENDENCIES_READY
from function.base.meta import Meta
from function.delivery.resource import Resource
from function.manifests import external_secret, secret_store
from function.readiness.ready_condition import READINESS


def secret_names(spec: InfraBinding, settings: StoreSettings) -> dict[str, str]:
    """Return the Secret behind each logical name."""
    return {name: secret.existing(settings) or object_name(name) for name, secret in sorted(spec.secrets.items())}


def fetched_keys(spec: InfraBinding, settings: StoreSettings) -> dict[str, list[str]]:
    """Return the keys to fetch by logical name: those listed and those referred to; without any, nothing is fetched."""
    used: dict[str, set[str]] = {}
    for found in spec.references():
        used.setdefault(found.name, set()).add(found.key)
    wanted = {
        name: sorted({*(secret.known_keys() or ()), *used.get(name, ())})
        for name, secret in sorted(spec.secrets.items())
        if secret.existing(settings) is None
    }
    return {name: keys for name, keys in wanted.items() if keys}


def resources(spec: InfraBinding, settings: StoreSettings, meta: Meta, refresh_interval: str) -> list[Resource]:
    """Return a SecretStore for each different store and an ExternalSecret for each secret that is fetched."""
    stores: dict[str, Resource] = {}
    fetched: list[Resource] = []
    for name, keys in fetched_keys(spec, settings).items():
        secret = spec.secrets[name]
        store = secret.store(settings)
        store_name = f"{meta.name}-{store.name}"
        manifest = secret_store.manifest(meta, name=store_name, provider=store.provider)
        stores[store.name] = Resource(f"secretstore-{store.name}", manifest, READINESS, about=DEPENDENCIES_READY)
        manifest = external_secret.manifest(
            meta,
            name=object_name(name),
            store=store_name,
            refresh_interval=refresh_interval,
            remotes={key: secret.remote(key) for key in keys},
        )
        fetched.append(Resource(f"externalsecret-{name}", manifest, READINESS, about=DEPENDENCIES_READY))
    return [*stores.values(), *fetched]
