"""What the API server adds to a Deployment or Service, so that a value and its default count as equal.

These are the defaults that Kubernetes stores in a pod template (pkg/apis/core/v1/defaults.go), and the values that its
types cannot tell from an absent field.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from function.base.image import pull_policy
from function.base.manifest import Json, Manifest, mapping_at, text_at


@dataclass(frozen=True)
class Fields:
    """The defaults of an object, or of each object in a list, and those of the objects below it.

    `dropped` are texts that are not stored if they are empty.
    """

    defaults: Mapping[str, Json] = field(default_factory=dict)
    below: Mapping[str, "Fields"] = field(default_factory=dict)
    dropped: frozenset[str] = frozenset()


_HANDLER: Mapping[str, Fields] = {
    "httpGet": Fields({"path": "/", "scheme": "HTTP"}),
    "grpc": Fields({"service": ""}),
}
_PROBE = Fields(
    {"initialDelaySeconds": 0, "timeoutSeconds": 1, "periodSeconds": 10, "successThreshold": 1, "failureThreshold": 3},
    _HANDLER,
)
_FIELD = Fields(below={"fieldRef": Fields({"apiVersion": "v1"}), "resourceFieldRef": Fields({"divisor": "0"})})
_CONTAINER = Fields(
    {
        "stdin": False,
        "stdinOnce": False,
        "terminationMessagePath": "/dev/termination-log",
        "terminationMessagePolicy": "File",
        "tty": False,
    },
    {
        "env": Fields(below={"valueFrom": _FIELD}, dropped=frozenset({"value"})),
        "lifecycle": Fields(below={"postStart": Fields(below=_HANDLER), "preStop": Fields(below=_HANDLER)}),
        "livenessProbe": _PROBE,
        "ports": Fields({"protocol": "TCP"}),
        "readinessProbe": _PROBE,
        "startupProbe": _PROBE,
        "volumeMounts": Fields({"readOnly": False}),
    },
)
_FILES = Fields({"defaultMode": 420})
_DOWNWARD = Fields(below={"items": _FIELD})
_SOURCES = Fields(below={"downwardAPI": _DOWNWARD, "serviceAccountToken": Fields({"expirationSeconds": 3600})})
_VOLUME = Fields(
    below={
        "configMap": _FILES,
        "downwardAPI": Fields({"defaultMode": 420}, {"items": _FIELD}),
        "hostPath": Fields({"type": ""}),
        "projected": Fields({"defaultMode": 420}, {"sources": _SOURCES}),
        "secret": _FILES,
    }
)
_POD = Fields(
    {
        "dnsPolicy": "ClusterFirst",
        "hostIPC": False,
        "hostNetwork": False,
        "hostPID": False,
        "restartPolicy": "Always",
        "schedulerName": "default-scheduler",
        "securityContext": {},
        "terminationGracePeriodSeconds": 30,
    },
    {"containers": _CONTAINER, "initContainers": _CONTAINER, "volumes": _VOLUME},
)
_SPEC: Mapping[str, Fields] = {
    "Deployment": Fields(
        {"minReadySeconds": 0, "paused": False, "progressDeadlineSeconds": 600, "revisionHistoryLimit": 10},
        {"template": Fields(below={"spec": _POD})},
    ),
    "Service": Fields({"sessionAffinity": "None", "type": "ClusterIP"}, {"ports": Fields({"protocol": "TCP"})}),
}
_SAME_IF_EMPTY = frozenset({"annotations", "labels", "limits", "nodeSelector", "requests", "resources"})


def stored(manifest: Mapping[str, Json]) -> Manifest:
    """Return the manifest as the API server stores it, as far as that decides whether two manifests differ."""
    kind = text_at(manifest, "kind")
    whole = _without_empty(manifest)
    found: Manifest = dict(whole) if isinstance(whole, Mapping) else {}
    if kind in _SPEC and isinstance(found.get("spec"), Mapping):
        found["spec"] = _filled(found["spec"], _SPEC[kind])
    return _with_pull_policies(found) if kind == "Deployment" else found


def _filled(value: Json, fields: Fields) -> Json:
    if isinstance(value, Mapping):
        kept = {key: item for key, item in value.items() if item != "" or key not in fields.dropped}
        inside = {key: _filled(item, fields.below[key]) if key in fields.below else item for key, item in kept.items()}
        return {**fields.defaults, **inside}
    if isinstance(value, list):
        return [_filled(item, fields) for item in value]
    return value


def _without_empty(value: Json) -> Json:
    """Return the value without nulls, empty lists, and empty maps of text; an empty object may have a meaning."""
    if isinstance(value, Mapping):
        kept = {key: _without_empty(item) for key, item in value.items() if item is not None}
        return {key: item for key, item in kept.items() if item != [] and not (item == {} and key in _SAME_IF_EMPTY)}
    return [_without_empty(item) for item in value] if isinstance(value, list) else value


def _with_pull_policies(deployment: Manifest) -> Manifest:
    """Return the Deployment with the pull policies that follow from the tags of its images."""
    spec, template = mapping_at(deployment, "spec"), mapping_at(deployment, "spec", "template")
    pod = dict(mapping_at(template, "spec"))
    for containers in ("containers", "initContainers"):
        found = pod.get(containers)
        if isinstance(found, list):
            pod[containers] = [_with_pull_policy(container) for container in found]
    return {**deployment, "spec": {**spec, "template": {**template, "spec": pod}}} if pod else deployment


def _with_pull_policy(container: Json) -> Json:
    if not isinstance(container, Mapping):
        return container
    return {"imagePullPolicy": pull_policy(text_at(container, "image")), **container}
