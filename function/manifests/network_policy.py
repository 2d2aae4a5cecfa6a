"""NetworkPolicy (networking.k8s.io/v1)."""

from collections.abc import Mapping, Sequence

from function.base.kind import Kind
from function.base.manifest import Manifest
from function.base.meta import Meta

KIND = Kind(api_version="networking.k8s.io/v1", kind="NetworkPolicy", plural="networkpolicies")


def manifest(
    meta: Meta,
    *,
    selector: Mapping[str, str],
    ingress: Sequence[Manifest],
    egress: Sequence[Manifest] | None,
    name: str = "",
) -> Manifest:
    """Return the policy for the selected pods, or for all of the namespace if the selector is empty.

    What no rule allows is denied: in both directions, or only to the pods if `egress` is None.
    """
    outgoing: Manifest = {} if egress is None else {"egress": list(egress)}
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(name=name),
        "spec": {
            "podSelector": {"matchLabels": dict(selector)} if selector else {},
            "policyTypes": ["Ingress", *(["Egress"] if outgoing else [])],
            "ingress": list(ingress),
            **outgoing,
        },
    }
