"""Whether a binding's processes run as FlinkDeployments, as its section `deployment` says."""

from collections.abc import Mapping

from function.base.manifest import Json, text_at


def elsewhere(deployment: Mapping[str, Json], namespace: str) -> str | None:
    """Return why no process of a binding in `namespace` is deployed, or None."""
    if text_at(deployment, "type") != "kubernetes":
        return "deployment.type is not kubernetes, so nothing deploys it; the document contains its configuration"
    target = text_at(deployment, "namespace")
    if target not in ("", namespace):
        return (
            f"deployment.namespace is {target}, but processes are deployed only in the namespace of the binding; "
            "the document contains its configuration"
        )
    return None
