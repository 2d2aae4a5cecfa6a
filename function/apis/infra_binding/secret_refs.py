"""References to secrets in a binding, and values that look like secrets themselves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.l5 import SECRET_REFERENCE
from function.base.credentials.evidence import evidence
from function.base.manifest import LISTS, OBJECTS, SCALARS, Json, Manifest
from function.base.problems import Problem, describe, join
from function.base.validation import matches

_SCHEME = "secret://"
_CERTAIN = ("form", "key")
_KEY_END = 64
"""Characters at the end of a key that are judged. Each item of a list is judged together with the key of the list."""
SUSPICION = "EP440"
"""The code of a text that only looks like a secret."""


Steps: TypeAlias = tuple[str | int, ...]
"""The way from a value to what is below it: a path is written out only for what is found."""


@dataclass(frozen=True, order=True)
class SecretRef:
    """A reference `secret://name/key` and its path; the key of a reference to the whole secret is ""."""

    path: str
    name: str
    key: str


def refs_in(value: Json, path: str) -> Iterator[SecretRef]:
    """Yield the well-formed references below `value`."""
    for steps, _, text in _texts(value):
        if text.startswith(_SCHEME) and is_reference(text):  # nearly no text is one, and a call takes longer
            yield _ref(text, join(path, *steps))


def is_reference(text: str) -> bool:
    """Return whether a text is a well-formed reference."""
    return text.startswith(_SCHEME) and matches(SECRET_REFERENCE, text)


def referred(text: str, secrets: Mapping[str, BoundSecret]) -> Manifest | None:
    """Return where to find what a text refers to in one of `secrets`, by logical name; None for any other text."""
    ref = _ref(text, "") if is_reference(text) else None
    return secrets[ref.name].source(ref.key) if ref is not None and ref.name in secrets else None


def unsafe_texts(value: Json, path: str) -> Iterator[Problem]:
    """Yield a problem for each invalid reference and plaintext credential, without its value."""
    judged = cache(_wrong)  # once for each text: the entries of a binding repeat brokers, types and properties
    for steps, key, text in _texts(value):
        wrong = judged(text, key[-_KEY_END:])
        if wrong is not None:
            code, message = wrong
            yield Problem(path=join(path, *steps), message=message, code=code)


def _wrong(text: str, key: str) -> tuple[str, str] | None:
    """Return the code and the message for a text that is no reference and must be one, or None."""
    if _SCHEME in text:
        well_formed = matches(SECRET_REFERENCE, text)
        return None if well_formed else ("EP401", "must be secret://<name in spec.secrets>/<key> and nothing else")
    found = evidence(text, key)
    if found in _CERTAIN:
        return "EP403", describe(
            "contains plaintext credentials", hint="move them to a secret store and refer to them as secret://name/key"
        )
    if found:
        return SUSPICION, describe(
            "looks like a secret, because its characters are random",
            hint="move it to a secret store; if it is not a secret, say why under its path in not_secret",
        )
    return None


def with_secret_key_refs(value: Json, secrets: Mapping[str, BoundSecret]) -> Json:
    """Return `value` with where to find the key in place of each reference to one of `secrets`, by logical name.

    That is {secretKeyRef: {name, key}}, or {env: NAME}.
    """
    if isinstance(value, str):
        return (referred(value, secrets) or value) if value.startswith(_SCHEME) else value
    if isinstance(value, SCALARS):
        return value
    if isinstance(value, OBJECTS):
        return {key: with_secret_key_refs(item, secrets) for key, item in value.items()}
    return [with_secret_key_refs(item, secrets) for item in value]


def _ref(text: str, path: str) -> SecretRef:
    name, _, key = text.removeprefix(_SCHEME).partition("/")
    return SecretRef(path, name, key)


def _texts(value: Json, steps: Steps = (), key: str = "") -> Iterator[tuple[Steps, str, str]]:
    """Yield the steps to each string below `value`, its nearest key, and the string."""
    if isinstance(value, str):
        yield steps, key, value
    elif isinstance(value, int):
        if not isinstance(value, bool):
            yield steps, key, str(value)
    elif isinstance(value, OBJECTS):
        for name, item in value.items():
            if isinstance(item, str):  # nearly all of them
                yield (*steps, name), name, item
            else:
                yield from _texts(item, (*steps, name), name)
    elif isinstance(value, LISTS):
        for position, item in enumerate(value):
            yield from _texts(item, (*steps, position), key)
