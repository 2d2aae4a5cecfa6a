"""Kubernetes names of what a binding names: they are part of the API, since another name is another object."""

import re
from hashlib import sha256

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
    return f"{cleaned or 'x'}-{sha256(text.encode()).hexdigest()[:8]}"
