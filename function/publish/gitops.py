"""What Argo CD and Flux need to wait for services and bindings."""

from collections.abc import Iterable

from function.apis.api import VERSION, Api
from function.base.manifest import Json, Manifest
from function.base.model import Spec
from function.platform.config import PlatformConfig

_OPERATIONAL = (
    "status.conditions.exists(c, c.type == 'Operational' && c.status == 'True') && "
    "!(has(status.phase) && status.phase in ['Pending', 'Progressing', 'Blocked'])"
)
"""Crossplane writes the fields of a status before its conditions, so the phase can be newer than the condition."""


def flux(apis: Iterable[Api[Spec]], config: PlatformConfig) -> Manifest:
    """Return the Kustomization that applies services and bindings, and waits until they work."""
    checks: list[Json] = [
        {"apiVersion": f"{config.group}/{VERSION}", "kind": api.kind, "current": _OPERATIONAL} for api in apis
    ]
    return {
        "apiVersion": "kustomize.toolkit.fluxcd.io/v1",
        "kind": "Kustomization",
        "metadata": {"name": "services", "namespace": "flux-system"},
        "spec": {
            "dependsOn": [{"name": "event-platform-provider-config"}],
            "interval": "10m",
            "sourceRef": {"kind": "GitRepository", "name": "services"},
            "path": "./services",
            "prune": True,
            "wait": True,
            "timeout": "10m",
            "healthCheckExprs": checks,
        },
    }


def argocd(apis: Iterable[Api[Spec]], config: PlatformConfig, health: str) -> Manifest:
    """Return the entries of Argo CD's ConfigMap: the health script for each kind."""
    data: Manifest = {f"resource.customizations.health.{config.group}_{api.kind}": health for api in apis}
    return {
        "apiVersion": "v1",
        "kind": "ConfigMap",
        "metadata": {
            "name": "argocd-cm",
            "namespace": "argocd",
            "labels": {"app.kubernetes.io/name": "argocd-cm", "app.kubernetes.io/part-of": "argocd"},
        },
        "data": data,
    }
