"""Kubernetes names of a binding's objects. They are part of the API: a different name is a different object."""

import json
import re
from hashlib import sha256

from function.base.manifest import Json

_CLEAN = re.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?")
_MAX_LENGTH = 63
"""The maximum length of a DNS label."""
_JOB_LENGTH = 45
"""The maximum length of the name of a FlinkDeployment."""


def object_name(logical: str) -> str:
    """Return the Kubernetes name of a logical name (types.LogicalName), which is unique for each logical name."""
    return logical.replace("_", "-")


def bound_name(binding: str, logical: str) -> str:
    """Return the name of an object that a binding has for a logical name, and no other binding of its namespace has.

    Neither part contains a dot, so the name says where one ends.
    """
    return f"{binding}.{object_name(logical)}"


def short_name(binding: str, logical: str) -> str:
    """Return that name, or one with a digest if it is too long for the value of a label."""
    name = bound_name(binding, logical)
    if len(name) <= _MAX_LENGTH:
        return name
    ending = f"-{_digest(name)}"
    return f"{name[: _MAX_LENGTH - len(ending)].rstrip('.-')}{ending}"


def user_name(namespace: str, binding: str, logical: str) -> str:
    """Return a name of at most 63 characters that no logical name of another binding or namespace has.

    Strimzi rejects longer names of users with certificates.
    """
    return _of_one_binding(namespace, binding, logical, longest=_MAX_LENGTH)


def job_name(namespace: str, binding: str, process: str) -> str:
    """Return a name of at most 45 characters that no process of another binding has.

    It has no dot, as bound names have: the operator derives names of Services from it.
    """
    return _of_one_binding(namespace, binding, process, longest=_JOB_LENGTH)


def preflight_name(binding: str, digest: str) -> str:
    """Return the name of a Job, of at most 63 characters: a label of its pods has it too."""
    ending = f"-preflight-{digest}"
    return f"{binding[: _MAX_LENGTH - len(ending)].rstrip('-')}{ending}"


def physical_name(text: str) -> str:
    """Return the Kubernetes name of a topic or stream, with dashes for dots, or with a digest if more must change.

    As a consequence, a.b and a-b have the same Kubernetes name.
    """
    dashed = text.replace(".", "-")
    if _CLEAN.fullmatch(dashed) and len(dashed) <= _MAX_LENGTH:
        return dashed
    cleaned = re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")[:50].strip("-")
    return f"{cleaned or 'x'}-{_digest(text)}"


def fields_digest(fields: Json) -> str:
    """Return a digest of these fields, eight hexadecimal digits, that does not depend on the order of their keys."""
    return _digest(json.dumps(fields, sort_keys=True, separators=(",", ":")))


def _of_one_binding(namespace: str, binding: str, logical: str, *, longest: int) -> str:
    digest = fields_digest([namespace, binding, logical])
    readable = f"{binding}-{object_name(logical)}"[: longest - len(digest) - 1].rstrip("-")
    return f"{readable}-{digest}"


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:8]
