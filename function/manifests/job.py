"""Job (batch/v1) with one container that gets nothing of the cluster but the keys of Secrets that it is given as files.

API servers leave the pods of a deleted Job behind, unless the deletion says otherwise, which neither Crossplane nor its
provider does. With the finalizer, they delete the pods too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from function.base.image import pull_policy
from function.base.kind import Kind
from function.base.manifest import Json, Manifest
from function.base.meta import Meta

KIND = Kind(api_version="batch/v1", kind="Job", plural="jobs")
NAME_LABEL = "batch.kubernetes.io/job-name"
"""The label that Kubernetes sets on the pods of a Job."""

_REPEATED = 2
_SECONDS = 900
"""For all attempts, including the time to pull the image."""


_VOLUME = "files"
_READABLE = 0o444
"""Only the container can read its volume, as whichever user it runs."""


@dataclass(frozen=True)
class Files:
    """A folder of the container, and the file in it for each key of each Secret; a key that does not exist has none."""

    folder: str = ""
    secrets: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


_NONE = Files()


def manifest(
    meta: Meta, *, name: str, container: str, image: str, args: Sequence[str], files: Files = _NONE
) -> Manifest:
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
                    "containers": [{**_container(container, image, args), **_mounts(files)}],
                    **_volumes(files),
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


def _mounts(files: Files) -> Manifest:
    if not files.secrets:
        return {}
    return {"volumeMounts": [{"name": _VOLUME, "mountPath": files.folder, "readOnly": True}]}


def _volumes(files: Files) -> Manifest:
    if not files.secrets:
        return {}
    sources: list[Json] = [
        {
            "secret": {
                "name": secret,
                "items": [{"key": key, "path": path} for key, path in keys.items()],
                "optional": True,
            }
        }
        for secret, keys in files.secrets.items()
    ]
    return {"volumes": [{"name": _VOLUME, "projected": {"defaultMode": _READABLE, "sources": sources}}]}
