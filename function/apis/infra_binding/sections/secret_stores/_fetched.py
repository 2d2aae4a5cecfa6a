"""What secrets of all stores have in common: External Secrets fetches them into a Secret of the binding's namespace."""

from abc import abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Annotated

from pydantic import Field

from function.apis.infra_binding.bound_secret import WHOLE, BoundSecret
from function.apis.infra_binding.member import Made, Part
from function.apis.infra_binding.names import bound_name
from function.apis.infra_binding.secret_access import Setting, Store, violations
from function.apis.infra_binding.secret_template import SecretTemplate, go_template, keys_in
from function.apis.infra_binding.sections.secret_stores._section import Secret
from function.apis.infra_binding.units import Duration, go_duration
from function.base.condition import DEPENDENCIES_READY
from function.base.identity import Identity
from function.base.manifest import Manifest
from function.base.meta import Meta
from function.base.problems import Problem, describe, join
from function.base.types import ConfigKey, DnsSubdomain
from function.delivery.resource import Resource
from function.manifests import external_secret, secret_store
from function.platform.config import PlatformConfig
from function.readiness.ready_condition import READINESS

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
Keys = Annotated[list[ConfigKey], Field(max_length=64)]


class FetchedSecret(Secret):
    """A secret in a store outside of the binding's namespace."""

    makes = (STORE, FETCHED)

    target_name: DnsSubdomain | None = None
    """Name of the Secret to create. Default: the binding's name, a dot, and the logical name with dashes for
    underscores, which no other binding uses."""
    refresh_interval: Duration | None = None
    """Interval at which the secret is read again. Default: the platform's."""
    template: Annotated[dict[ConfigKey, SecretTemplate], Field(max_length=32)] = {}
    """Further keys of the Secret: texts in which $(key) stands for the value of a key, such as a JAAS configuration."""

    @abstractmethod
    def store(self, config: PlatformConfig) -> Store:
        """Return the store to fetch from."""

    def settings(self, config: PlatformConfig) -> Iterable[Setting]:
        """Return the settings of the store that the platform may restrict."""
        return ()

    @abstractmethod
    def remote(self) -> Manifest:
        """Return `remoteRef` of the whole secret."""

    @abstractmethod
    def listed_keys(self) -> Sequence[str] | None:
        """Return the keys that the secret has in its store, or None for any key."""

    def known_keys(self) -> Sequence[str] | None:
        """Return the listed keys and those of the templates, or None for any key."""
        listed = self.listed_keys()
        return None if listed is None else [*listed, *self.template]

    def existing_secret(self, namespace: str) -> str | None:
        """Return the name of the Secret in the namespace if it exists already and is not fetched, or None."""
        return None

    def only_key(self) -> str | None:
        """Return the key that stands for the whole secret, or None if it is fetched as it is in the store."""
        return None

    def wants(self, name: str, secrets: Mapping[str, BoundSecret]) -> Collection[str]:
        """Return the key of the ExternalSecret if anything is fetched; an existing Secret has none."""
        return [FETCHED.of(name)] if secrets[name].fetched else []

    def bound(self, name: str, references: Collection[str], identity: Identity) -> BoundSecret:
        """Return the Secret, with the keys that are listed, referenced, or combined."""
        existing, only = self.existing_secret(identity.namespace), self.only_key()
        if existing is not None:
            return BoundSecret(name=existing, existing=True, keys=(), only_key=only)
        combined = {key for template in self.template.values() for key in keys_in(template)}
        wanted = {*(self.listed_keys() or ()), *combined, *(key or only for key in references)}
        return BoundSecret(
            name=self.target_name or bound_name(identity.name, name),
            existing=False,
            keys=tuple(sorted(key for key in wanted if key and key not in self.template)),
            whole="" in references and only is None,
            only_key=only,
        )

    def problems(self, path: str, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
        """Yield each template that its keys contradict, and each setting that the platform refuses."""
        known = self.listed_keys()
        for name, template in self.template.items():
            where = join(path, "template", name)
            for key in dict.fromkeys(keys_in(template)):
                if known is not None and key not in known:
                    message = describe(f"the secret has no key '{key}'", hint=f"valid keys are {', '.join(known)}")
                    yield Problem(path=where, message=message, code="EP411")
            if name in (WHOLE, *(known or ())) or any(name in keys_in(other) for other in self.template.values()):
                message = describe("may replace a key that is fetched", hint="choose another name")
                yield Problem(path=where, message=message, code="EP443")
        yield from violations(path, self.settings(config))

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return the ExternalSecret that creates the Secret, and the SecretStore from which it reads."""
        bound = secrets[name]
        if bound.existing:
            return Made(unmanaged="an existing Secret is used; it must exist")
        if not bound.fetched:
            return Made(unmanaged="none of its keys is listed or referenced, so nothing is fetched")
        store = self.store(config)
        store_name = f"{meta.name}-{store.name}"
        store_manifest = secret_store.manifest(meta, name=store_name, provider=store.provider)
        interval = self.refresh_interval
        fetched = external_secret.manifest(
            meta,
            name=bound_name(meta.name, name),
            target=bound.name,
            store=store_name,
            refresh_interval=go_duration(interval) if interval else config.external_secrets.refresh_interval,
            remotes=self._remotes(bound),
            template={key: go_template(template) for key, template in self.template.items()},
        )
        return Made(
            own=(Resource(FETCHED.of(name), fetched, READINESS, about=DEPENDENCIES_READY),),
            shared=(Resource(STORE.of(store.name), store_manifest, READINESS, about=DEPENDENCIES_READY),),
        )

    def _remotes(self, bound: BoundSecret) -> Mapping[str, Manifest]:
        """Return `remoteRef` of each key of the Secret; without a property, the whole secret is fetched."""
        remote = self.remote()
        whole = {WHOLE: remote} if bound.whole else {}
        return {**{key: {**remote, "property": key} for key in bound.keys}, **whole}


def unused(path: str, secret: FetchedSecret, fields: Sequence[str], reason: str) -> Iterator[Problem]:
    """Yield each of these fields that is set, although nothing is fetched."""
    for field in fields:
        if getattr(secret, field):
            yield Problem(path=join(path, field), message=describe(reason, hint=f"remove {field}"), code="EP416")
