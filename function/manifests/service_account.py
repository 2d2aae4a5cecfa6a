"""ServiceAccount (v1)."""

from collections.abc import Mapping

from function.base.kind import Kind
from function.base.manifest import Manifest
from function.base.meta import Meta

KIND = Kind(api_version="v1", kind="ServiceAccount", plural="serviceaccounts")


def manifest(meta: Meta, *, annotations: Mapping[str, str]) -> Manifest:
    """Return the identity of the pods. It has no permissions until a role is bound to it."""
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(annotations=annotations),
    }
