"""Deployment (apps/v1)."""

from collections.abc import Mapping

from function.base.kind import Kind
from function.base.manifest import Manifest, present
from function.base.meta import Meta

KIND = Kind(api_version="apps/v1", kind="Deployment", plural="deployments")


def manifest(
    meta: Meta, *, selector: Mapping[str, str], replicas: int | None, progress_deadline: int | None, template: Manifest
) -> Manifest:
    """Return the Deployment; `replicas` is None if an autoscaler sets the number, to avoid conflicts.

    `progress_deadline` is in seconds; None stands for the default of Kubernetes.
    """
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(),
        "spec": present(
            {
                "replicas": replicas,
                "progressDeadlineSeconds": progress_deadline,
                "selector": {"matchLabels": dict(selector)},
                "template": template,
            }
        ),
    }
