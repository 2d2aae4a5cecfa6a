"""Composed resources of other steps of the pipeline, 6 kB each, as a function observes them."""

from function.base.manifest import Manifest
from function.plan import cluster
from tools.bench import stored

_ENTRIES = 20


def foreign(count: int, owner: str) -> dict[str, Manifest]:
    """Return `count` resources by key."""
    return {f"other-{index}": _resource(index, owner) for index in range(count)}


def _resource(index: int, owner: str) -> Manifest:
    """Return a bucket of a cloud provider, which repeats its settings in spec and status."""
    settings: Manifest = {
        "region": "eu-central-1",
        "tags": {f"example.org/tag-{entry}": f"{owner}-{index}-value-{entry}" for entry in range(_ENTRIES)},
        "versioning": {"enabled": True},
    }
    composed: Manifest = {
        "apiVersion": "s3.aws.example.org/v1beta2",
        "kind": "Bucket",
        "spec": {"deletionPolicy": "Delete", "forProvider": settings, "providerConfigRef": {"name": "default"}},
    }
    (observed,) = cluster.observed({f"other-{index}": composed}).values()
    status: Manifest = {
        "atProvider": {**settings, "arn": f"arn:aws:s3:::{owner}-{index}", "id": f"{owner}-{index}"},
        "conditions": [
            {"type": kind, "status": "True", "reason": reason}
            for kind, reason in (("Ready", "Available"), ("Synced", "ReconcileSuccess"))
        ],
    }
    return stored.composed({**observed, "status": status}, owner)
