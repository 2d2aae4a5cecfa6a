"""An object as its manifest was written: without what a cluster and its controllers add."""

from collections.abc import Mapping

from function.base.manifest import Json, Manifest, mapping_at, present
from function.base.placed import with_value, without_value
from function.delivery.live import KEY
from function.delivery.mark import MARK
from function.importing import kinds
from function.plan.defaults import stored

_KEPT = ("name", "namespace", "labels", "annotations")
_ADDED = frozenset(
    {
        "deployment.kubernetes.io/revision",
        "kubectl.kubernetes.io/last-applied-configuration",
        "kubectl.kubernetes.io/restartedAt",
        "scaledobject.keda.sh/name",
        KEY,
        MARK,
    }
)
"""Labels and annotations that commands and controllers set."""
_DEFAULTS: Mapping[str, Mapping[str, Json]] = {
    kinds.DEPLOYMENT: {
        "replicas": 1,
        "strategy": {"rollingUpdate": {"maxSurge": "25%", "maxUnavailable": "25%"}, "type": "RollingUpdate"},
    },
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
    return without_value(found, (*_TEMPLATE, "spec", "serviceAccount"))


def _metadata(metadata: Mapping[str, Json]) -> Manifest:
    kept = {key: metadata[key] for key in _KEPT if key in metadata}
    for key in ("labels", "annotations"):
        if isinstance(found := kept.get(key), Mapping):
            kept[key] = {name: value for name, value in found.items() if name not in _ADDED}
    return present(kept)


def _spec(kind: str, spec: Mapping[str, Json]) -> Manifest:
    defaults = _DEFAULTS.get(kind, {})
    kept = {key: value for key, value in spec.items() if key not in defaults or defaults[key] != value}
    if spec.get("clusterIP") == _HEADLESS:
        return kept
    return {key: value for key, value in kept.items() if key not in _ASSIGNED.get(kind, ())}
