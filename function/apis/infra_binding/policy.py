"""What an InfraBinding must hold beyond its schema."""

from collections.abc import Iterator

from function.apis import required_labels
from function.apis.infra_binding.bound_streams import bound_streams
from function.apis.infra_binding.document import MOST_BYTES, document
from function.apis.infra_binding.l5 import object_name
from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.resolve import Resolved
from function.apis.infra_binding.secret_refs import unsafe_texts
from function.apis.infra_binding.secrets import fetched_keys, secret_names
from function.apis.infra_binding.settings import store_settings
from function.apis.infra_binding.streams import Managed
from function.base.identity import Identity
from function.base.manifest import Manifest, text_at
from function.base.problems import Problem, join
from function.platform.config import PlatformConfig


def policy(resolved: Resolved) -> list[Problem]:
    """Return what is wrong between the sections, and what neither binding nor platform says."""
    spec, identity, config = resolved.spec, resolved.identity, resolved.config
    return [
        *unsafe_texts(spec.model_dump(exclude_none=True), "spec"),
        *required_labels.missing(identity, config),
        *_unknown_keys(spec),
        *_gaps(spec, identity, config),
        *_written_over(spec, identity, config),
        *_bound_twice(spec, identity, config),
        *_too_large(spec, identity, config),
    ]


def _unknown_keys(spec: InfraBinding) -> Iterator[Problem]:
    for found in spec.references():
        keys = spec.secrets[found.name].known_keys()
        if keys is not None and found.key not in keys:
            message = f"secret '{found.name}' has no key '{found.key}'. known here: {', '.join(keys)}"
            yield Problem(path=join("spec", found.path), message=message, code="EP411")


def _gaps(spec: InfraBinding, identity: Identity, config: PlatformConfig) -> Iterator[Problem]:
    settings = store_settings(identity, config)
    for name, secret in spec.secrets.items():
        for field, message in secret.gaps(settings):
            yield Problem(path=join("spec.secrets", name, field), message=message, code="EP412")


def _written_over(spec: InfraBinding, identity: Identity, config: PlatformConfig) -> Iterator[Problem]:
    """Yield a problem where a secret would be fetched into a Secret that another entry uses as it is."""
    settings = store_settings(identity, config)
    fetched, secrets = fetched_keys(spec, settings), secret_names(spec, settings)
    used = {secret: name for name, secret in secrets.items() if spec.secrets[name].existing(settings) is not None}
    for name in fetched:
        if object_name(name) in used:
            message = (
                f"would be fetched into Secret '{object_name(name)}', which spec.secrets.{used[object_name(name)]} "
                "uses as it is. rename this entry"
            )
            yield Problem(path=join("spec.secrets", name), message=message, code="EP414")


def _bound_twice(spec: InfraBinding, identity: Identity, config: PlatformConfig) -> Iterator[Problem]:
    """Yield a problem where two names stand for one stream, or for one object: two composed resources would fight."""
    first: dict[tuple[str, ...], str] = {}
    for name, made in bound_streams(spec, identity, config).items():
        stream = spec.streams[name]
        identities: list[tuple[str, ...]] = [(type(stream).__module__, stream.location(), stream.physical())]
        if isinstance(made, Managed):
            identities.append(_identity(made.manifest))
        same = next((first[identity] for identity in identities if identity in first), None)
        if same is not None:
            message = f"spec.streams.{same} is the same stream or has the same object name. bind it once"
            yield Problem(path=join("spec.streams", name), message=message, code="EP413")
        first.update(dict.fromkeys(identities, name))


def _identity(manifest: Manifest) -> tuple[str, ...]:
    metadata = [text_at(manifest, "metadata", key) for key in ("namespace", "name")]
    return (text_at(manifest, "apiVersion"), text_at(manifest, "kind"), *metadata)


def _too_large(spec: InfraBinding, identity: Identity, config: PlatformConfig) -> Iterator[Problem]:
    size = sum(len(text.encode()) for text in document(spec, identity, config).values())
    if size > MOST_BYTES:
        message = f"its document has {size} bytes, and a ConfigMap holds at most {MOST_BYTES}. split the binding"
        yield Problem(path="spec", message=message, code="EP415")
