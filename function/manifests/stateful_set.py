"""StatefulSet (apps/v1) with one pod."""

from collections.abc import Mapping

from function.base.kind import Kind
from function.base.manifest import Manifest
from function.base.meta import Meta

KIND = Kind(api_version="apps/v1", kind="StatefulSet", plural="statefulsets")


def manifest(meta: Meta, *, selector: Mapping[str, str], template: Manifest) -> Manifest:
    """Return the StatefulSet. Unlike a Deployment, it never starts a second pod while the first may still run.

    A pod that never became ready is replaced when its template is corrected; by default (OrderedReady), the correction
    would wait for it. Its Service has the same name. Volumes are claims of their own, because claims in a StatefulSet
    cannot grow.
    """
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(),
        "spec": {
            "replicas": 1,
            "serviceName": meta.name,
            "podManagementPolicy": "Parallel",
            "selector": {"matchLabels": dict(selector)},
            "template": template,
        },
    }
