"""Subscription (dapr.io/v2alpha1) of Dapr: which messages an application gets, and where."""

from collections.abc import Sequence

from function.base.kind import Kind
from function.base.manifest import Json, Manifest, present
from function.base.meta import Meta

KIND = Kind(api_version="dapr.io/v2alpha1", kind="Subscription", plural="subscriptions")


def manifest(meta: Meta, *, name: str, spec: dict[str, Json], scopes: Sequence[str]) -> Manifest:
    """Return the subscription; without `scopes`, all applications of the namespace get the messages."""
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(name=name),
        **present({"scopes": list(scopes)}),
        "spec": present(spec),
    }
