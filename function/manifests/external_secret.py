"""ExternalSecret (external-secrets.io/v1)."""

from collections.abc import Mapping

from function.base.kind import Kind
from function.base.manifest import Manifest
from function.base.meta import Meta

KIND = Kind(api_version="external-secrets.io/v1", kind="ExternalSecret", plural="externalsecrets")


def manifest(
    meta: Meta,
    *,
    name: str,
    target: str,
    store: str,
    refresh_interval: str,
    remotes: Mapping[str, Manifest],
    template: Mapping[str, str],
) -> Manifest:
    """Return the ExternalSecret that creates the Secret `target`; a key that is missing at the source is an error.

    The Secret is deleted with the ExternalSecret, which owns it, but not if the source is deleted. The keys of
    `template` are added to those of `remotes`; by default, External Secrets would drop the latter.
    """
    secret: Manifest = {"name": target, "creationPolicy": "Owner", "deletionPolicy": "Retain"}
    if template:
        secret["template"] = {"mergePolicy": "Merge", "data": dict(template)}
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(name=name),
        "spec": {
            "refreshInterval": refresh_interval,
            "secretStoreRef": {"kind": "SecretStore", "name": store},
            "target": secret,
            "data": [{"secretKey": key, "remoteRef": remote} for key, remote in remotes.items()],
        },
    }
