"""Job (batch/v1) with one container that gets nothing of the cluster: neither a token nor a file of its own.

API servers leave the pods of a deleted Job behind, unless the deletion says otherwise, which neither Crossplane nor its
provider does. With the finalizer, they delete the pods too.
"""

from collections.abc import Sequence

from function.base.image import pull_policy
from function.base.kind import Kind
from function.base.manifest import Manifest
from function.base.meta import Meta

KIND = Kind(api_version="batch/v1", kind="Job", plural="jobs")
NAME_LABEL = "batch.kubernetes.io/job-name"
"""The label that Kubernetes sets on the pods of a Job."""

_REPEATED = 2
_SECONDS = 900
"""For all attempts, including the time to pull the image."""


def manifest(meta: Meta, *, name: str, container: str, image: str, args: Sequence[str]) -> Manifest:
    """Return the Job, whose pods have the labels of `meta`."""
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": {**meta.object_meta(name=name), "finalizers": ["foregroundDeletion"]},
        "spec": {
            "backoffLimit": _REPEATED,
            "activeDeadlineSeconds": _SECONDS,
            "template": {
                "metadata": {"labels": dict(meta.labels)},
                "spec": {
                    "restartPolicy": "Never",
                    "automountServiceAccountToken": False,
                    "enableServiceLinks": False,
                    "securityContext": {"runAsNonRoot": True, "seccompProfile": {"type": "RuntimeDefault"}},
                    "containers": [_container(container, image, args)],
                },
            },
        },
    }


def _container(name: str, image: str, args: Sequence[str]) -> Manifest:
    return {
        "name": name,
        "image": image,
        "imagePullPolicy": pull_policy(image),
        "args": list(args),
        "resources": {"requests": {"cpu": "50m", "memory": "128Mi"}, "limits": {"cpu": "500m", "memory": "256Mi"}},
        "securityContext": {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "runAsNonRoot": True,
            "capabilities": {"drop": ["ALL"]},
        },
    }
