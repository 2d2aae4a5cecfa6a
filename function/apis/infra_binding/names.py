"""Kubernetes names of what a binding names: they are part of the API, since another name is another object."""

import json
import re
from hashlib import sha256

from function.base.manifest import Json

_CLEAN = re.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?")
_MAX_LENGTH = 63
"""The most that a DNS label holds."""


def object_name(logical: str) -> str:
    """Return the Kubernetes name of a logical name (types.LogicalName); no two names become the same."""
    return logical.replace("_", "-")


def physical_name(text: str) -> str:
    """Return the Kubernetes name of a topic and the like: with dashes for dots, or with a digest if more had to change.

    So a.b and a-b become the same.
    """
    dashed = text.replace(".", "-")
    if _CLEAN.fullmatch(dashed) and len(dashed) <= _MAX_LENGTH:
        return dashed
    cleaned = re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")[:50].strip("-")
    return f"{cleaned or 'x'}-{_digest(text)}"


def fields_digest(fields: Json) -> str:
    """Return eight hexadecimal digits that tell these fields from others, whatever the order of their keys."""
    return _digest(json.dumps(fields, sort_keys=True, separators=(",", ":")))


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:8]
