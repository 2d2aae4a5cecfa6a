"""The secrets of a binding: they come first, since entries of other sections refer to them."""

from collections.abc import Iterator, Mapping, Sequence

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.names import object_name
from function.apis.infra_binding.secret_refs import SecretRef
from function.apis.infra_binding.sections.secret_stores import Secret
from function.base.problems import Problem, join

_SECTION = "spec.secrets"


def bind(secrets: Mapping[str, Secret], secret_refs: Sequence[SecretRef], namespace: str) -> dict[str, BoundSecret]:
    """Return the Secret behind each logical name, with the keys to fetch: those listed and those referred to."""
    referred_to: dict[str, set[str]] = {}
    for found in secret_refs:
        referred_to.setdefault(found.name, set()).add(found.key)
    bound = {}
    for name, secret in sorted(secrets.items()):
        existing = secret.existing_secret(namespace)
        keys = () if existing else tuple(sorted({*(secret.known_keys() or ()), *referred_to.get(name, ())}))
        bound[name] = BoundSecret(name=existing or object_name(name), existing=existing is not None, keys=keys)
    return bound


def unknown_keys(secrets: Mapping[str, Secret], secret_refs: Sequence[SecretRef]) -> Iterator[Problem]:
    """Yield a problem for each reference to a key that its secret is known not to have."""
    for found in secret_refs:
        keys = secrets[found.name].known_keys()
        if keys is not None and found.key not in keys:
            message = f"secret '{found.name}' has no key '{found.key}'. known here: {', '.join(keys)}"
            yield Problem(path=join("spec", found.path), message=message, code="EP411")


def written_over(bound: Mapping[str, BoundSecret]) -> Iterator[Problem]:
    """Yield a problem where a secret would be fetched into a Secret that another entry uses as it is."""
    used = {secret.name: name for name, secret in bound.items() if secret.existing}
    for name, secret in bound.items():
        if secret.keys and secret.name in used:
            message = (
                f"would be fetched into Secret '{secret.name}', which {_SECTION}.{used[secret.name]} "
                "uses as it is. rename this entry"
            )
            yield Problem(path=join(_SECTION, name), message=message, code="EP414")
