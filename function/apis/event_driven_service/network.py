"""The NetworkPolicy of an EventDrivenService."""

from function.apis.event_driven_service.annotations import annotations
from function.apis.event_driven_service.resolve import Resolved
from function.apis.network_peers import admitted, connections, opened, own, peers, tcp
from function.apis.sidecar_ports import SidecarPorts, sidecar_ports
from function.base import naming
from function.base.manifest import Manifest
from function.manifests import network_policy


def of_service(resolved: Resolved) -> Manifest | None:
    """Return the policy, or None if the platform does not want any."""
    if not resolved.config.network_policy.enabled:
        return None
    sidecar = sidecar_ports(annotations(resolved))
    return network_policy.manifest(
        resolved.meta,
        selector=resolved.selector,
        ingress=_ingress(resolved, sidecar),
        egress=_egress(resolved, sidecar),
    )


def _ingress(resolved: Resolved, sidecar: SidecarPorts | None) -> list[Manifest]:
    settings = resolved.config.network_policy
    http = tcp(naming.HTTP_PORT)
    metrics = [tcp(naming.METRICS_PORT)] if resolved.metrics_port else []
    rules: list[Manifest] = [{"from": [own(), *peers(settings.ingress)], "ports": [http]}]
    if sidecar is not None:
        rules.append({"from": [own()], "ports": [tcp(sidecar.internal)]})
        metrics.append(tcp(sidecar.metrics))
    return [*rules, *admitted(settings.monitoring, [http, *metrics])]


def _egress(resolved: Resolved, sidecar: SidecarPorts | None) -> list[Manifest]:
    """Return what the pods may reach; a sidecar calls others of the namespace, and the control plane of Dapr."""
    settings = resolved.config.network_policy
    common = opened([*settings.dns, *settings.nats, *settings.egress])
    rules = [*common, *connections(resolved.spec.connections, resolved.config)]
    if sidecar is None:
        return rules
    others: Manifest = {"to": [own()], "ports": [tcp(sidecar.internal)]}
    return [*rules, others, *opened(settings.dapr)]
