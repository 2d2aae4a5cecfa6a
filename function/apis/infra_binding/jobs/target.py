"""Whether a binding's processes run as FlinkDeployments, as its section `deployment` says."""

from function.apis.infra_binding.deployment.target import Target
from function.apis.infra_binding.deployment.targets.kubernetes import Model as Kubernetes


def elsewhere(deployment: Target | None, namespace: str) -> str | None:
    """Return why no process of a binding in `namespace` is deployed, or None."""
    if not isinstance(deployment, Kubernetes):
        return "deployment.type is not kubernetes, so nothing deploys it; the document contains its configuration"
    if deployment.namespace not in (None, namespace):
        return (
            f"deployment.namespace is {deployment.namespace}, but processes are deployed only in the namespace of the "
            "binding; the document contains its configuration"
        )
    return None
