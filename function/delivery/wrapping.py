"""A manifest as the composed resource that carries it."""

from function.base.manifest import Manifest
from function.readiness import Readiness
from function.spec.api import Scope
from function.spec.platform_config import PlatformConfig

_WATCHED = "Deployment"
"""An Object costs tokens of the composite's circuit breaker for each event; this kind alone is worth it."""


def wrap(manifest: Manifest, *, readiness: Readiness, scope: Scope, config: PlatformConfig) -> Manifest:
    """Return the composed resource.

    It has no name of its own: Crossplane names Objects and keeps the observed name for ever.
    """
    if config.delivery == "direct":
        return manifest
    if scope == "claims":
        return {
            "apiVersion": "kubernetes.crossplane.io/v1alpha2",
            "kind": "Object",
            "spec": {
                **_common(manifest, readiness, config),
                "providerConfigRef": {"name": config.provider_config.name},
            },
        }
    return {
        "apiVersion": "kubernetes.m.crossplane.io/v1alpha1",
        "kind": "Object",
        "spec": {
            **_common(manifest, readiness, config),
            "providerConfigRef": {"kind": config.provider_config.kind, "name": config.provider_config.name},
        },
    }


def _common(manifest: Manifest, readiness: Readiness, config: PlatformConfig) -> Manifest:
    watch: Manifest = {"watch": True} if config.objects.watch and manifest["kind"] == _WATCHED else {}
    return {"forProvider": {"manifest": manifest}, "readiness": dict(readiness.policy), **watch}
