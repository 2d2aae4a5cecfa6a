"""References to secrets in a binding, and values that look like secrets themselves."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.l5 import SECRET_REFERENCE
from function.base.credentials.evidence import evidence
from function.base.manifest import Json
from function.base.problems import Problem, describe, join
from function.base.validation import matches

_SCHEME = "secret://"
_CERTAIN = ("form", "key")
_KEY_END = 64
"""Characters at the end of a key that are judged. Each item of a list is judged together with the key of the list."""
SUSPICION = "EP440"
"""The code of a text that only looks like a secret."""


@dataclass(frozen=True, order=True)
class SecretRef:
    """A reference `secret://name/key` and its path; the key of a reference to the whole secret is ""."""

    path: str
    name: str
    key: str


def refs_in(value: Json, path: str) -> Iterator[SecretRef]:
    """Yield the well-formed references below `value`."""
    for where, _, text in _texts(value, path):
        if matches(SECRET_REFERENCE, text):
            name, _, key = text.removeprefix(_SCHEME).partition("/")
            yield SecretRef(where, name, key)


def unsafe_texts(value: Json, path: str) -> Iterator[Problem]:
    """Yield a problem for each invalid reference and plaintext credential, without its value."""
    for where, key, text in _texts(value, path):
        if matches(SECRET_REFERENCE, text):
            continue
        if _SCHEME in text:
            message = "must be secret://<name in spec.secrets>/<key> and nothing else"
            yield Problem(path=where, message=message, code="EP401")
        elif (found := evidence(text, key[-_KEY_END:])) in _CERTAIN:
            message = describe(
                "contains plaintext credentials",
                hint="move them to a secret store and refer to them as secret://name/key",
            )
            yield Problem(path=where, message=message, code="EP403")
        elif found:
            message = describe(
                "looks like a secret, because its characters are random",
                hint="move it to a secret store; if it is none, say why under its path in not_secret",
            )
            yield Problem(path=where, message=message, code=SUSPICION)


def with_secret_key_refs(value: Json, secrets: Mapping[str, BoundSecret]) -> Json:
    """Return `value` with where to find the key in place of each reference to one of `secrets`, by logical name.

    That is {secretKeyRef: {name, key}}, or {env: NAME}.
    """
    if isinstance(value, str):
        ref = next((ref for ref in refs_in(value, "") if ref.name in secrets), None)
        return secrets[ref.name].source(ref.key) if ref else value
    if isinstance(value, Mapping):
        return {key: with_secret_key_refs(item, secrets) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [with_secret_key_refs(item, secrets) for item in value]
    return value


def _texts(value: Json, path: str, key: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield the path, nearest key and value of each string below `value`."""
    if isinstance(value, str):
        yield path, key, value
    elif isinstance(value, int) and not isinstance(value, bool):
        yield path, key, str(value)
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from _texts(item, join(path, name), name)
    elif isinstance(value, Sequence):
        for position, item in enumerate(value):
            yield from _texts(item, join(path, position), key)
