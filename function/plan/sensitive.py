"""Hides credentials in the values of a plan, which may be shown in a pull request."""

from collections.abc import Mapping

from function.base.credentials.evidence import evidence
from function.base.manifest import Json, text_at
from function.plan.difference import Change

HIDDEN = "(sensitive value)"


def without_credentials(change: Change) -> Change:
    """Return the change with each text that may be a credential replaced, as in `env[DB_PASSWORD].value`."""
    key = _key(change.path)
    return Change(change.path, _hidden(change.old, key), _hidden(change.new, key))


def _hidden(value: Json, key: str) -> Json:
    if isinstance(value, Mapping):
        name = text_at(value, "name")
        # the value of an environment variable is named by its neighbor
        return {inner: _hidden(item, name if inner == "value" and name else inner) for inner, item in value.items()}
    if isinstance(value, list | tuple):
        return [_hidden(item, key) for item in value]
    return HIDDEN if isinstance(value, str) and evidence(value, key) else value


def _key(path: str) -> str:
    """Return the key that names the value at a path."""
    parent, _, last = path.rpartition(".")
    named = parent if last == "value" and parent.endswith("]") else path
    return named.rstrip("]").rpartition("[")[2] if named.endswith("]") else last
