"""References to secrets in a binding, and texts that look like a secret itself."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from function.base.l5 import SECRET_REFERENCE, object_name
from function.base.manifest import Json
from function.base.problems import Problem, join
from function.base.validation import matches

_SCHEME = "secret://"
_VARIABLE = re.compile(r"\$\{([^}]*)\}")
_CREDENTIALS = re.compile(r"://[^/@\s]*:[^/@\s]*@|\b(password|passwd|secret|token)\s*=\s*\S", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class Reference:
    """Where `secret://name/key` stands in the document."""

    path: str
    name: str
    key: str


def references(value: Json, path: str) -> Iterator[Reference]:
    """Yield the well-formed references below `value`."""
    for where, text in _texts(value, path):
        if matches(SECRET_REFERENCE, text):
            name, _, key = text.removeprefix(_SCHEME).partition("/")
            yield Reference(where, name, key)


def unsafe_texts(value: Json, path: str) -> Iterator[Problem]:
    """Yield a problem for each broken reference, unresolved variable and inline credential; never their text."""
    for where, text in _texts(value, path):
        if text.startswith(_SCHEME) and not matches(SECRET_REFERENCE, text):
            yield Problem(path=where, message="must be secret://<name of spec.secrets>/<key>", code="EP401")
        elif _VARIABLE.search(text):
            yield Problem(path=where, message="unresolved variable. resolve it before it is applied", code="EP402")
        elif _CREDENTIALS.search(text):
            message = "holds credentials in clear. put them in a secret store and refer to them as secret://name/key"
            yield Problem(path=where, message=message, code="EP403")


def resolved(value: Json) -> Json:
    """Return `value` with each reference replaced by {secretKeyRef: {name, key}}."""
    if isinstance(value, str):
        found = next(references(value, ""), None)
        return {"secretKeyRef": {"name": object_name(found.name), "key": found.key}} if found else value
    if isinstance(value, Mapping):
        return {key: resolved(item) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [resolved(item) for item in value]
    return value


def _texts(value: Json, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(item, join(path, key))
    elif isinstance(value, Sequence):
        for position, item in enumerate(value):
            yield from _texts(item, join(path, position))
