"""Pooler (postgresql.cnpg.io/v1) of CloudNativePG: PgBouncer in front of a Cluster."""

from collections.abc import Mapping

from function.base.kind import Kind
from function.base.manifest import Manifest
from function.base.meta import Meta

KIND = Kind(api_version="postgresql.cnpg.io/v1", kind="Pooler", plural="poolers")


def manifest(meta: Meta, *, cluster: str, instances: int, mode: str, parameters: Mapping[str, str]) -> Manifest:
    """Return the Pooler, which leads to the primary. The operator creates a Service of the same name."""
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(),
        "spec": {
            "cluster": {"name": cluster},
            "instances": instances,
            "type": "rw",
            "pgbouncer": {"poolMode": mode, "parameters": dict(parameters)},
        },
    }
