"""ConfigMap (v1)."""

from collections.abc import Mapping

from function.base.kind import Kind
from function.base.manifest import Manifest
from function.base.meta import Meta

KIND = Kind(api_version="v1", kind="ConfigMap", plural="configmaps")


def manifest(meta: Meta, *, name: str, annotations: Mapping[str, str], data: Mapping[str, str]) -> Manifest:
    """Return the ConfigMap; the API server accepts at most 1 MiB of data."""
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(name=name, annotations=annotations),
        "data": dict(data),
    }
