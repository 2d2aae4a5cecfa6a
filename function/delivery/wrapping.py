"""Turns a manifest into a composed resource."""

from function.base.identity import Identity
from function.base.manifest import Manifest, text_at
from function.delivery.resource import Resource
from function.platform.config import PlatformConfig

_WATCHED = ("Deployment", "Job")
"""The only kinds to watch: each watch event of an Object consumes a token of the composite's circuit breaker."""
_CREATE_ONLY = ["Observe", "Create"]
"""The provider itself looks whether the object is absent, in the moment before it creates it."""
_ALL_BUT_DELETE = ["Observe", "Create", "Update", "LateInitialize"]


def wrap(resource: Resource, identity: Identity, config: PlatformConfig) -> Manifest:
    """Return the composed resource.

    A manifest is composed directly only if it is in the composite's namespace and may be deleted with it: Crossplane
    would move it to that namespace, and deletes what it composes. Objects have no name here: Crossplane names them and
    keeps the observed name.
    """
    same_namespace = text_at(resource.manifest, "metadata", "namespace") == identity.namespace
    if config.delivery == "direct" and same_namespace and not resource.keep:
        return resource.manifest
    if identity.scope == "claims":
        orphan: Manifest = {"deletionPolicy": "Orphan"} if resource.keep else {}
        orphan |= {"managementPolicies": _CREATE_ONLY} if resource.create_only else {}
        reference: Manifest = {"name": config.provider_config.name}
        return {
            "apiVersion": "kubernetes.crossplane.io/v1alpha2",
            "kind": "Object",
            "spec": {**orphan, **_common(resource, config), "providerConfigRef": reference},
        }
    allowed = _CREATE_ONLY if resource.create_only else _ALL_BUT_DELETE if resource.keep else None
    policies: Manifest = {"managementPolicies": allowed} if allowed else {}
    reference = {"kind": config.provider_config.kind, "name": config.provider_config.name}
    return {
        "apiVersion": "kubernetes.m.crossplane.io/v1alpha1",
        "kind": "Object",
        "spec": {**policies, **_common(resource, config), "providerConfigRef": reference},
    }


def _common(resource: Resource, config: PlatformConfig) -> Manifest:
    watch: Manifest = {"watch": True} if config.objects.watch and resource.manifest["kind"] in _WATCHED else {}
    return {"forProvider": {"manifest": resource.manifest}, "readiness": dict(resource.readiness.policy), **watch}
