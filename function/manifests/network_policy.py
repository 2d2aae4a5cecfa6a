"""NetworkPolicy (networking.k8s.io/v1)."""

from collections.abc import Mapping, Sequence

from function.base.kind import Kind
from function.base.manifest import Manifest
from function.base.meta import Meta

KIND = Kind(api_version="networking.k8s.io/v1", kind="NetworkPolicy", plural="networkpolicies")


def manifest(
    meta: Meta, *, selector: Mapping[str, str], ingress: Sequence[Manifest], egress: Sequence[Manifest]
) -> Manifest:
    """Return the policy; what no rule allows is denied, in both directions."""
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(),
        "spec": {
            "podSelector": {"matchLabels": dict(selector)},
            "policyTypes": ["Ingress", "Egress"],
            "ingress": list(ingress),
            "egress": list(egress),
        },
    }
