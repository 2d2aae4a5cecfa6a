"""Cluster (postgresql.cnpg.io/v1) of CloudNativePG: a PostgreSQL server and its replicas."""

from collections.abc import Mapping

from function.base.kind import Kind
from function.base.manifest import Json, Manifest, present
from function.base.meta import Meta

KIND = Kind(api_version="postgresql.cnpg.io/v1", kind="Cluster", plural="clusters", holds_data=True)


def manifest(
    meta: Meta,
    *,
    image: str | None,
    instances: int,
    storage: Manifest,
    database: Mapping[str, str],
    parameters: Mapping[str, str],
    resources: Manifest,
    backups: Mapping[str, Json],
) -> Manifest:
    """Return the Cluster. With it, the operator deletes its volumes.

    The primary is reached under the name of the Cluster too, without the suffix of the operator's own Service. The
    operator's disruption budget for one instance would only keep nodes from being drained, so it has none.
    """
    alias: Manifest = {"selectorType": "rw", "serviceTemplate": {"metadata": {"name": meta.name}}}
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(),
        "spec": present(
            {
                "instances": instances,
                "enablePDB": False if instances == 1 else None,
                "imageName": image,
                "storage": storage,
                "bootstrap": {"initdb": dict(database)},
                "postgresql": present({"parameters": dict(parameters)}),
                "resources": resources,
                "managed": {"services": {"additional": [alias]}},
                **backups,
            }
        ),
    }
