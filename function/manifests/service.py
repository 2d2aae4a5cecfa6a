"""Service (v1)."""

from collections.abc import Mapping

from function.base import naming
from function.base.kind import Kind
from function.base.manifest import Manifest, present
from function.base.meta import Meta

KIND = Kind(api_version="v1", kind="Service", plural="services")


def manifest(
    meta: Meta,
    *,
    selector: Mapping[str, str],
    port: int,
    port_name: str = naming.HTTP_PORT,
    session_affinity: str | None = None,
) -> Manifest:
    """Return the Service for a port that the pods name."""
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(),
        "spec": present(
            {
                "type": "ClusterIP",
                "selector": dict(selector),
                "ports": [
                    {"name": port_name, "port": port, "targetPort": port_name, "protocol": "TCP"},
                ],
                "sessionAffinity": session_affinity,
            }
        ),
    }
