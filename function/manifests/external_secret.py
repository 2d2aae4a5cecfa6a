"""ExternalSecret (external-secrets.io/v1)."""

from collections.abc import Mapping

from function.base.kind import Kind
from function.base.manifest import Manifest
from function.base.meta import Meta

KIND = Kind(api_version="external-secrets.io/v1", kind="ExternalSecret", plural="externalsecrets")


def manifest(
    meta: Meta, *, name: str, target: str, store: str, refresh_interval: str, remotes: Mapping[str, Manifest]
) -> Manifest:
    """Return the ExternalSecret that creates the Secret `target`; a key that is missing at the source is an error.

    The Secret is deleted with the ExternalSecret, which owns it, but not if the source is deleted.
    """
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(name=name),
        "spec": {
            "refreshInterval": refresh_interval,
            "secretStoreRef": {"kind": "SecretStore", "name": store},
            "target": {"name": target, "creationPolicy": "Owner", "deletionPolicy": "Retain"},
            "data": [{"secretKey": key, "remoteRef": remote} for key, remote in remotes.items()],
        },
    }
