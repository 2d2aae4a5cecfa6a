"""The secrets of a binding. They are resolved first, because entries of other sections refer to them."""

from collections.abc import Iterator, Mapping, Sequence

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.names import bound_name
from function.apis.infra_binding.secret_refs import SecretRef
from function.apis.infra_binding.sections.secret_stores import Secret
from function.base.identity import Identity
from function.base.problems import Problem, describe, join

_SECTION = "spec.secrets"


def bind(secrets: Mapping[str, Secret], secret_refs: Sequence[SecretRef], identity: Identity) -> dict[str, BoundSecret]:
    """Return the Secret behind each logical name, with the keys to fetch: those listed and those referenced."""
    referenced: dict[str, set[str]] = {}
    for ref in secret_refs:
        referenced.setdefault(ref.name, set()).add(ref.key)
    bound = {}
    for name, secret in sorted(secrets.items()):
        existing = secret.existing_secret(identity.namespace)
        created = secret.target_name or bound_name(identity.name, name)
        keys = () if existing else tuple(sorted({*(secret.known_keys() or ()), *referenced.get(name, ())}))
        bound[name] = BoundSecret(name=existing or created, existing=existing is not None, keys=keys)
    return bound


def unknown_keys(secrets: Mapping[str, Secret], secret_refs: Sequence[SecretRef]) -> Iterator[Problem]:
    """Yield a problem for each reference to a key that the secret does not have."""
    for ref in secret_refs:
        keys = secrets[ref.name].known_keys()
        if keys is not None and ref.key not in keys:
            message = describe(f"secret '{ref.name}' has no key '{ref.key}'", hint=f"valid keys are {', '.join(keys)}")
            yield Problem(path=join("spec", ref.path), message=message, code="EP411")


def overwritten(bound: Mapping[str, BoundSecret]) -> Iterator[Problem]:
    """Yield a problem if fetching a secret would overwrite a Secret that another entry uses or creates."""
    used = {secret.name: name for name, secret in bound.items() if secret.existing}
    for name, secret in bound.items():
        if secret.keys and secret.name in used:
            other = bound[used[secret.name]]
            what = f"{'existing ' if other.existing else ''}Secret '{secret.name}'"
            verb = "uses" if other.existing else "creates"
            message = describe(
                f"would overwrite the {what}, which {_SECTION}.{used[secret.name]} {verb}",
                hint="set another target_name",
            )
            yield Problem(path=join(_SECTION, name), message=message, code="EP414")
        elif secret.keys:
            used[secret.name] = name
