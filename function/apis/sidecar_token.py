"""What a sidecar of Dapr needs of Kubernetes: nothing.

By default, a sidecar opens the secret store of Kubernetes when it starts. In a pod without a token, it ends with an
error then, and in a pod with one, its application could read Secrets through it. The secrets of components come from
Dapr's operator.
"""

from collections.abc import Mapping

from function.apis.sidecar_ports import sidecar_ports

STORE_OFF = {"dapr.io/disable-builtin-k8s-secret-store": "true"}
"""The annotation that switches this store off. No policy needs to allow it, because it only takes something away."""


def without_token(annotations: Mapping[str, str]) -> dict[str, str]:
    """Return the annotations of a pod; if they request a sidecar, it opens no secret store unless they say so."""
    return {**(STORE_OFF if sidecar_ports(annotations) else {}), **annotations}
