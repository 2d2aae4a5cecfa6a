"""ServiceAccount (v1)."""

from collections.abc import Mapping

from function.base.manifest import Manifest
from function.base.meta import Meta

RESOURCE = "serviceaccounts"


def manifest(meta: Meta, *, annotations: Mapping[str, str]) -> Manifest:
    """Return the identity of the pods. It has no rights until somebody binds a role to it."""
    return {
        "apiVersion": "v1",
        "kind": "ServiceAccount",
        "metadata": meta.object_meta(annotations=annotations),
    }
