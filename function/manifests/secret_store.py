"""SecretStore (external-secrets.io/v1)."""

from function.base.manifest import Manifest
from function.base.meta import Meta

RESOURCE = "secretstores.external-secrets.io"


def manifest(meta: Meta, *, name: str, provider: Manifest) -> Manifest:
    """Return the store; `provider` is `spec.provider`, with references to credentials only."""
    return {
        "apiVersion": "external-secrets.io/v1",
        "kind": "SecretStore",
        "metadata": meta.object_meta(name=name),
        "spec": {"provider": provider},
    }
