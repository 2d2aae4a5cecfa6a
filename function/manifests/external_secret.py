"""ExternalSecret (external-secrets.io/v1)."""

from collections.abc import Mapping

from function.base.manifest import Manifest
from function.base.meta import Meta

RESOURCE = "externalsecrets.external-secrets.io"


def manifest(meta: Meta, *, name: str, store: str, refresh_interval: str, remotes: Mapping[str, Manifest]) -> Manifest:
    """Return the ExternalSecret that makes the Secret `name`; a key that is missing at the source fails loudly.

    The Secret goes with the ExternalSecret, which owns it, and stays if the source goes.
    """
    return {
        "apiVersion": "external-secrets.io/v1",
        "kind": "ExternalSecret",
        "metadata": meta.object_meta(name=name),
        "spec": {
            "refreshInterval": refresh_interval,
            "secretStoreRef": {"kind": "SecretStore", "name": store},
            "target": {"name": name, "creationPolicy": "Owner", "deletionPolicy": "Retain"},
            "data": [{"secretKey": key, "remoteRef": remote} for key, remote in remotes.items()],
        },
    }
