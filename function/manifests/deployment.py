"""Deployment (apps/v1)."""

from collections.abc import Mapping

from function.base.manifest import Manifest, present
from function.base.meta import Meta

RESOURCE = "deployments.apps"


def manifest(meta: Meta, *, selector: Mapping[str, str], replicas: int | None, template: Manifest) -> Manifest:
    """Return the Deployment; `replicas` is None while an autoscaler owns the number, or the two would fight."""
    return {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": meta.object_meta(),
        "spec": present(
            {
                "replicas": replicas,
                "selector": {"matchLabels": dict(selector)},
                "template": template,
            }
        ),
    }
