"""Resources as the API server returns them: with defaults, times, and managedFields."""

from collections.abc import Mapping
from hashlib import sha256

from function.base.manifest import Json, Manifest, items_at, mapping_at, text_at
from function.delivery.live import is_object
from tools.bench.managed_fields import managed_fields

_TIME = "2026-11-20T09:30:11Z"
_DEPLOYMENT: Manifest = {
    "progressDeadlineSeconds": 600,
    "revisionHistoryLimit": 10,
    "strategy": {"type": "RollingUpdate", "rollingUpdate": {"maxSurge": "25%", "maxUnavailable": "25%"}},
}
_POD: Manifest = {
    "restartPolicy": "Always",
    "terminationGracePeriodSeconds": 30,
    "dnsPolicy": "ClusterFirst",
    "schedulerName": "default-scheduler",
}
_CONTAINER: Manifest = {
    "terminationMessagePath": "/dev/termination-log",
    "terminationMessagePolicy": "File",
}
_SERVICE: Manifest = {
    "clusterIP": "10.96.41.7",
    "clusterIPs": ["10.96.41.7"],
    "internalTrafficPolicy": "Cluster",
    "ipFamilies": ["IPv4"],
    "ipFamilyPolicy": "SingleStack",
    "sessionAffinity": "None",
}
_OBJECT: Manifest = {"deletionPolicy": "Delete", "managementPolicies": ["*"], "watch": False}


def composite(resource: Manifest) -> Manifest:
    """Return a composite resource that exists."""
    return _stored(resource, spec_by="apiextensions.crossplane.io/composite", status_by="crossplane")


def composed(observed: Manifest, owner: str) -> Manifest:
    """Return a composed resource of function.plan.cluster that exists, of a composite with this name."""
    metadata = mapping_at(observed, "metadata")
    name = f"{owner}-{_digest(observed)[:12]}"
    owned: Manifest = {
        "generateName": f"{owner}-",
        "labels": {"crossplane.io/composite": owner, **mapping_at(metadata, "labels")},
        "ownerReferences": [{"kind": "XEventDrivenService", "name": owner, "controller": True, "uid": _digest(owner)}],
        "finalizers": ["finalizer.managedresource.crossplane.io"],
    }
    resource = {**observed, "metadata": {"name": name, **metadata, **owned}}
    if is_object(resource):
        at_provider: Json = {"manifest": live(mapping_at(resource, "status", "atProvider", "manifest"))}
        resource["spec"] = {**_OBJECT, **mapping_at(resource, "spec")}
        resource["status"] = {**mapping_at(resource, "status"), "atProvider": at_provider}
    return _stored(resource, spec_by="apiextensions.crossplane.io/composed", status_by="crossplane-kubernetes-provider")


def live(manifest: Mapping[str, Json]) -> Manifest:
    """Return the object that provider-kubernetes created."""
    spec = mapping_at(manifest, "spec")
    filled = dict(manifest)
    if manifest.get("kind") == "Deployment":
        pod = mapping_at(spec, "template", "spec")
        containers: Json = [{**_CONTAINER, **mapping_at(item)} for item in items_at(pod, "containers")]
        template: Json = {**mapping_at(spec, "template"), "spec": {**_POD, **pod, "containers": containers}}
        filled["spec"] = {**_DEPLOYMENT, **spec, "template": template}
    if manifest.get("kind") == "Service":
        filled["spec"] = {**_SERVICE, **spec}
        filled["status"] = {"loadBalancer": {}}
    return _stored(filled, spec_by="crossplane-kubernetes-provider", status_by="kube-controller-manager")


def _stored(resource: Manifest, *, spec_by: str, status_by: str) -> Manifest:
    given = mapping_at(resource, "metadata")
    digest = _digest(resource)
    metadata: Manifest = {
        "generation": 1,
        **given,
        "uid": f"{digest[:8]}-{digest[8:12]}-{digest[12:16]}-{digest[16:20]}-{digest[20:32]}",
        "resourceVersion": str(int(digest[:6], 16)),
        "creationTimestamp": _TIME,
    }
    stored = {**resource, "metadata": metadata}
    if "status" in resource:
        stored["status"] = _timed(resource["status"])
    metadata["managedFields"] = managed_fields(stored, spec_by=spec_by, status_by=status_by)
    return stored


def _timed(status: Json) -> Json:
    """Return a status whose conditions say since when they hold."""
    conditions: Json = [
        {**condition, "lastTransitionTime": _TIME, "observedGeneration": 1, "message": text_at(condition, "message")}
        for condition in items_at(status, "conditions")
        if isinstance(condition, Mapping)
    ]
    return {**mapping_at(status), "conditions": conditions} if conditions else status


def _digest(value: object) -> str:
    return sha256(repr(value).encode()).hexdigest()
