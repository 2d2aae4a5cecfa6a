"""An object as its manifest was written: without what a cluster and its controllers add."""

from collections.abc import Mapping

from function.base.manifest import Json, Manifest, items_at, mapping_at, present, text_at
from function.base.placed import with_value, without_value
from function.delivery.live import KEY
from function.delivery.mark import MARK
from function.importing import kinds
from function.plan.defaults import stored

_ASSIGNED_METADATA = frozenset(
    {
        "creationTimestamp",
        "deletionGracePeriodSeconds",
        "deletionTimestamp",
        "generation",
        "managedFields",
        "resourceVersion",
        "selfLink",
        "uid",
    }
)
"""Metadata that an API server sets."""
_ADDED = frozenset(
    {
        "autoscaling.alpha.kubernetes.io/conditions",
        "autoscaling.alpha.kubernetes.io/current-metrics",
        "deployment.kubernetes.io/revision",
        "kubectl.kubernetes.io/last-applied-configuration",
        "kubectl.kubernetes.io/restartedAt",
        "scaledobject.keda.sh/name",
        KEY,
        MARK,
    }
)
"""Labels and annotations that commands and controllers set."""
_GUARDS = frozenset(
    {"finalizer.keda.sh", "foregroundDeletion", "orphan", "service.kubernetes.io/load-balancer-cleanup"}
)
"""Finalizers that controllers set."""
_ROLLING = "RollingUpdate"
_STRATEGY: Manifest = {"rollingUpdate": {"maxSurge": "25%", "maxUnavailable": "25%"}, "type": _ROLLING}
_DEFAULTS: Mapping[str, Mapping[str, Json]] = {
    kinds.DEPLOYMENT: {"replicas": 1, "strategy": _STRATEGY},
    kinds.SERVICE: {"internalTrafficPolicy": "Cluster", "ipFamilyPolicy": "SingleStack"},
}
"""Values that an API server sets in `spec` where a manifest has none."""
_ASSIGNED = {kinds.SERVICE: ("clusterIP", "clusterIPs", "ipFamilies")}
_HEADLESS = "None"
_TEMPLATE = ("spec", "template")


def written(kind: str, manifest: Manifest) -> Manifest:
    """Return the object with the defaults of Kubernetes, but without the values that a cluster assigns."""
    body = {key: value for key, value in manifest.items() if key not in ("status", "secrets")}
    found = stored({**body, "metadata": _metadata(mapping_at(manifest, "metadata"))})
    spec = mapping_at(found, "spec")
    if spec:
        found["spec"] = _spec(kind, spec)
    if kind != kinds.DEPLOYMENT:
        return found
    if mapping_at(found, *_TEMPLATE, "metadata"):
        metadata = present(_metadata(mapping_at(found, *_TEMPLATE, "metadata")))
        found = with_value(found, (*_TEMPLATE, "metadata"), metadata)
    account = account_of(found)
    if account:
        found = with_value(found, (*_TEMPLATE, "spec", "serviceAccountName"), account)
    return without_value(found, (*_TEMPLATE, "spec", "serviceAccount"))


def account_of(deployment: Json) -> str:
    """Return the name of the ServiceAccount of the pods, which may have the deprecated name of the field, or ""."""
    pod = mapping_at(deployment, *_TEMPLATE, "spec")
    return text_at(pod, "serviceAccountName") or text_at(pod, "serviceAccount")


def _metadata(metadata: Mapping[str, Json]) -> Manifest:
    kept = {key: value for key, value in metadata.items() if key not in _ASSIGNED_METADATA}
    if isinstance(guards := kept.get("finalizers"), list):
        kept["finalizers"] = [guard for guard in guards if guard not in _GUARDS]
    for key in ("labels", "annotations"):
        if isinstance(found := kept.get(key), Mapping):
            kept[key] = {name: value for name, value in found.items() if name not in _ADDED}
    return present(kept)


def _spec(kind: str, spec: Mapping[str, Json]) -> Manifest:
    if kind == kinds.SCALED_OBJECT and items_at(spec, "triggers"):
        return {**spec, "triggers": [_trigger(entry) for entry in items_at(spec, "triggers")]}
    defaults = _DEFAULTS.get(kind, {})
    strategy = mapping_at(spec, "strategy")
    if kind == kinds.DEPLOYMENT and strategy.get("type") in (None, _ROLLING):
        rolling = {**mapping_at(_STRATEGY, "rollingUpdate"), **mapping_at(strategy, "rollingUpdate")}
        spec = {**spec, "strategy": {**strategy, "type": _ROLLING, "rollingUpdate": rolling}}
    kept = {key: value for key, value in spec.items() if key not in defaults or defaults[key] != value}
    if spec.get("clusterIP") == _HEADLESS:
        return kept
    return {key: value for key, value in kept.items() if key not in _ASSIGNED.get(kind, ())}


def _trigger(trigger: Json) -> Json:
    """Return a trigger with `metricType` in place of the type that triggers on CPU and memory had in their metadata."""
    metadata = mapping_at(trigger, "metadata")
    if text_at(trigger, "type") not in ("cpu", "memory") or "type" not in metadata:
        return trigger
    rest = {key: value for key, value in metadata.items() if key != "type"}
    return {"metricType": metadata["type"], **mapping_at(trigger), "metadata": rest}
