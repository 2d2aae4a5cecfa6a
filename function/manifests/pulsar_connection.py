"""PulsarConnection (resource.streamnative.io/v1alpha1): how the operator reaches Pulsar."""

from function.base.kind import Kind
from function.base.manifest import Manifest
from function.base.meta import Meta

KIND = Kind(
    api_version="resource.streamnative.io/v1alpha1",
    kind="PulsarConnection",
    plural="pulsarconnections",
    holds_data=True,
)
"""Topics that stay need it: without it, their operator can neither update nor delete them."""


def manifest(meta: Meta, *, name: str, spec: Manifest) -> Manifest:
    """Return the connection; `spec` contains references to credentials only."""
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(name=name),
        "spec": spec,
    }
