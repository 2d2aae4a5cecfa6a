"""Finds out which part of an object a rejected field of the claim is about."""

import re
from collections.abc import Iterator, Mapping, Sequence

from function.base.manifest import Json, at, is_list, text_at
from function.importing.environment import VARIABLES
from function.importing.lost import Lost
from function.importing.rejected import Rejected

_NAME = re.compile("[A-Za-z]+")
_REFERENCES = ("secretRefs", "configMapRefs")
_OTHER_NAMES: Mapping[str, Sequence[str]] = {
    "containerPort": ("httpPort",),
    "env": _REFERENCES,
    "envFrom": _REFERENCES,
    "initContainers": ("initContainer",),
    "livenessProbe": ("healthPath", "liveness"),
    "maxReplicaCount": ("maxReplicas",),
    "minReplicaCount": ("minReplicas",),
    "natsServerMonitoringEndpoint": ("monitoringEndpoint",),
    "path": ("healthPath", "readyPath"),
    "ports": ("httpPort",),
    "replicas": ("minReplicas",),
    "readinessProbe": ("readyPath", "readiness"),
    "startupProbe": ("startup",),
    "topologySpreadConstraints": ("topologySpread",),
    "volumeMounts": ("volumes",),
}
"""Names of Kubernetes, with those of the claim's fields that stand for them."""
_INSIDE = {
    "healthPath": "livenessProbe",
    "initContainer": "initContainers",
    "limits": "limits",
    "liveness": "livenessProbe",
    "readiness": "readinessProbe",
    "readyPath": "readinessProbe",
    "requests": "requests",
    "startup": "startupProbe",
}
"""Parts of a claim in which names are repeated, with the same parts of a Deployment."""
_TELLING = ("name", "envName", "mountPath", "topologyKey", "type")
"""Fields that tell the items of a list apart."""


def reasons(part: Lost, rejected: Sequence[Rejected]) -> list[Rejected]:
    """Return the rejected fields and items that are the reason why a part is lost."""
    return [found for found in rejected if is_about(found, part)]


def is_about(found: Rejected, part: Lost) -> bool:
    """Return whether a rejected field or item of the claim is the reason why a part is lost."""
    names = [step for step in part.path if isinstance(step, str)]
    if found.place[:2] == ("spec", "nats") and names[-1:] == ["env"]:
        return text_at(part.given, "name") == VARIABLES.get(str(found.place[-1]))
    fields = _NAME.findall(found.problem.path.removeprefix("spec."))
    if not names or not _is_inside(names, fields):
        return False
    if not {names[-1], *_OTHER_NAMES.get(names[-1], ())} & {*fields} and found.place[-1] != names[-1]:
        return False
    if isinstance(part.path[-1], int) and isinstance(found.place[-1], int):
        return _is_same(part.given, found.value)
    return not isinstance(found.place[-1], int) or _has(part.given, found.value)


def _is_inside(names: Sequence[str], fields: Sequence[str]) -> bool:
    """Return whether both are in the same part; an init container also gets the variables of the main one."""
    if _INSIDE["initContainer"] in names and "initContainer" not in fields and names[-1] != "env":
        return False
    return all(_INSIDE[field] in names for field in fields if field in _INSIDE)


def _has(given: Json, item: Json) -> bool:
    return is_list(given) and any(_is_same(entry, item) for entry in given)


def _is_same(given: Json, item: Json) -> bool:
    """Return whether an item of Kubernetes and one of the claim are the same: by their names if they are objects."""
    if not isinstance(given, Mapping) or not isinstance(item, Mapping):
        return given == item
    sources = (given, at(given, "secretRef"), at(given, "configMapRef"))
    own = {text_at(source, field) for source in sources for field in _TELLING} - {""}
    if own & {*_names(item)}:
        return True
    return bool(item) and all((given.get(key) or "") == (value or "") for key, value in item.items())


def _names(item: Json) -> Iterator[str]:
    """Yield what tells an item apart, and the items below it: those of a reference are its variables."""
    if isinstance(item, Mapping):
        yield from (text_at(item, field) for field in _TELLING)
        for below in item.values():
            yield from _names(below)
    elif is_list(item):
        for below in item:
            yield from _names(below)
