"""Deployment (apps/v1)."""

from collections.abc import Mapping

from function.base.kind import Kind
from function.base.manifest import Manifest, present
from function.base.meta import Meta

KIND = Kind(api_version="apps/v1", kind="Deployment", plural="deployments")


def manifest(
    meta: Meta,
    *,
    selector: Mapping[str, str],
    replicas: int | None,
    progress_deadline: int | None,
    revision_history_limit: int | None,
    template: Manifest,
) -> Manifest:
    """Return the Deployment; `replicas` is None if an autoscaler sets the number, to avoid conflicts.

    `progress_deadline` is in seconds; None stands for the default of Kubernetes, also for old revisions.
    """
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(),
        "spec": present(
            {
                "replicas": replicas,
                "progressDeadlineSeconds": progress_deadline,
                "revisionHistoryLimit": revision_history_limit,
                "selector": {"matchLabels": dict(selector)},
                "template": template,
            }
        ),
    }
