"""The secrets of a binding. They are resolved first, because entries of other sections refer to them."""

from collections.abc import Iterator, Mapping, Sequence

from function.apis.infra_binding.bound_secret import WHOLE, BoundSecret
from function.apis.infra_binding.secret_refs import SecretRef
from function.apis.infra_binding.sections.secret_stores import Secret
from function.base.identity import Identity
from function.base.problems import Problem, describe, join

_SECTION = "spec.secrets"


def bind(secrets: Mapping[str, Secret], secret_refs: Sequence[SecretRef], identity: Identity) -> dict[str, BoundSecret]:
    """Return what is behind each logical name, with the keys to fetch."""
    referenced: dict[str, set[str]] = {}
    for ref in secret_refs:
        referenced.setdefault(ref.name, set()).add(ref.key)
    return {name: secret.bound(name, referenced.get(name, set()), identity) for name, secret in sorted(secrets.items())}


def unknown_keys(secrets: Mapping[str, Secret], secret_refs: Sequence[SecretRef]) -> Iterator[Problem]:
    """Yield a problem for each reference to a key that the secret does not have."""
    for ref in secret_refs:
        keys = secrets[ref.name].known_keys()
        if keys is not None and ref.key and ref.key not in keys:
            message = describe(f"secret '{ref.name}' has no key '{ref.key}'", hint=f"valid keys are {', '.join(keys)}")
            yield Problem(path=join("spec", ref.path), message=message, code="EP411")


def unclear_wholes(bound: Mapping[str, BoundSecret], secret_refs: Sequence[SecretRef]) -> Iterator[Problem]:
    """Yield a problem for each reference to a whole secret that has several keys or needs a key that exists."""
    for ref in secret_refs:
        if ref.key:
            continue
        secret = bound[ref.name]
        path = join("spec", ref.path)
        if not secret.whole and secret.only_key is None:
            message = describe(
                f"secret '{ref.name}' may have several keys", hint=f"refer to one of them as secret://{ref.name}/<key>"
            )
            yield Problem(path=path, message=message, code="EP442")
        elif secret.whole and WHOLE in secret.keys:
            message = describe(
                f"the whole of secret '{ref.name}' would replace its key '{WHOLE}'", hint="refer to its keys"
            )
            yield Problem(path=path, message=message, code="EP443")


def overwritten(bound: Mapping[str, BoundSecret]) -> Iterator[Problem]:
    """Yield a problem if fetching a secret would overwrite a Secret that another entry uses or creates."""
    used = {secret.name: name for name, secret in bound.items() if secret.existing and secret.variables is None}
    for name, secret in bound.items():
        if secret.fetched and secret.name in used:
            other = bound[used[secret.name]]
            what = f"{'existing ' if other.existing else ''}Secret '{secret.name}'"
            verb = "uses" if other.existing else "creates"
            message = describe(
                f"would overwrite the {what}, which {_SECTION}.{used[secret.name]} {verb}",
                hint="set another target_name",
            )
            yield Problem(path=join(_SECTION, name), message=message, code="EP414")
        elif secret.fetched:
            used[secret.name] = name
