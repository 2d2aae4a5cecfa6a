"""Objects of a service as a cluster has them, and the claims that come from them."""

from typing import Any

from function.base.identity import Scope
from function.base.manifest import Json, Manifest
from function.check import platform
from function.check.load import load_content
from function.check.platform import Platform
from function.importing.imported import Imported, Wanted, imported
from function.importing.workloads import Workload, grouped
from function.yaml.dump import dump

WANTED = Wanted(stream="ORDERS", consumer="orders")
BUILT_IN = platform.load(None)


def container(**changes: Json) -> Manifest:
    """Return the container of a service; a field that is None is left out."""
    found: Manifest = {
        "name": "app",
        "image": "ghcr.io/acme/web:1.2",
        "ports": [{"name": "web", "containerPort": 8080, "protocol": "TCP"}],
        "livenessProbe": {"httpGet": {"path": "/live", "port": "web"}},
        "readinessProbe": {"httpGet": {"path": "/ok", "port": 8080}},
        **changes,
    }
    return {key: value for key, value in found.items() if value is not None}


def deployment(*containers: Manifest, name: str = "web", pod: Manifest | None = None, **spec: Json) -> Manifest:
    """Return a Deployment of the namespace shop."""
    template: Manifest = {
        "metadata": {"labels": {"app": name}},
        "spec": {"containers": [*(containers or [container()])], **(pod or {})},
    }
    whole: Manifest = {"replicas": 2, "selector": {"matchLabels": {"app": name}}, "template": template, **spec}
    return {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": _metadata(name), "spec": whole}


def service(name: str = "web", /, **spec: Json) -> Manifest:
    """Return the Service of that Deployment."""
    whole: Manifest = {"selector": {"app": "web"}, "ports": [{"port": 8080, "targetPort": "web"}], **spec}
    return {"apiVersion": "v1", "kind": "Service", "metadata": _metadata(name), "spec": whole}


def scaled_object(name: str = "web-scaler", /, **spec: Json) -> Manifest:
    """Return the ScaledObject of that Deployment."""
    stream: Manifest = {"stream": "SHOP", "consumer": "shop", "lagThreshold": "7"}
    whole: Manifest = {
        "scaleTargetRef": {"name": "web"},
        "minReplicaCount": 1,
        "maxReplicaCount": 4,
        "triggers": [{"type": "nats-jetstream", "metadata": stream}],
        **spec,
    }
    return {"apiVersion": "keda.sh/v1alpha1", "kind": "ScaledObject", "metadata": _metadata(name), "spec": whole}


def other(api_version: str, kind: str, name: str = "web", /, **spec: Json) -> Manifest:
    """Return an object of any kind."""
    return {"apiVersion": api_version, "kind": kind, "metadata": _metadata(name), "spec": spec}


def workload(*objects: Manifest) -> Workload:
    """Return the only workload of these objects."""
    (found,) = grouped(load_content("a.yaml", dump(list(objects)).encode()).resources).workloads
    return found


def result(
    *objects: Manifest, wanted: Wanted = WANTED, settings: Platform = BUILT_IN, scope: Scope = "claims"
) -> Imported:
    """Return the claim of these objects."""
    return imported(workload(*objects), wanted, settings, scope)


def spec(*objects: Manifest, wanted: Wanted = WANTED) -> dict[str, Any]:
    """Return the spec of the claim of these objects."""
    claim = result(*objects, wanted=wanted).claim
    assert claim is not None
    found: Any = claim["spec"]
    return dict(found)


def messages(*objects: Manifest, wanted: Wanted = WANTED) -> list[str]:
    """Return what does not fit, without the positions and without the warnings."""
    return [found.message for found in result(*objects, wanted=wanted).findings if found.severity == "error"]


def _metadata(name: str) -> Manifest:
    return {"name": name, "namespace": "shop"}
