"""SecretStore (external-secrets.io/v1)."""

from function.base.kind import Kind
from function.base.manifest import Manifest
from function.base.meta import Meta

KIND = Kind(api_version="external-secrets.io/v1", kind="SecretStore", plural="secretstores")


def manifest(meta: Meta, *, name: str, provider: Manifest) -> Manifest:
    """Return the store; `provider` is `spec.provider` and contains references to credentials only."""
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(name=name),
        "spec": {"provider": provider},
    }
