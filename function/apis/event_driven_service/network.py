"""The NetworkPolicy of an EventDrivenService."""

from collections.abc import Iterable

from function.apis.event_driven_service.resolve import Resolved
from function.base import naming
from function.base.manifest import Manifest, present
from function.manifests import network_policy
from function.platform.network_policy import Destination, Source

_NAMESPACE = "kubernetes.io/metadata.name"
"""The label with the name of a namespace, which the API server sets."""


def of_service(resolved: Resolved) -> Manifest | None:
    """Return the policy, or None if the platform does not want any."""
    settings = resolved.config.network_policy
    if not settings.enabled:
        return None
    opened = [peer for name in resolved.spec.connections for peer in settings.connections.get(name, [])]
    return network_policy.manifest(
        resolved.meta,
        selector=resolved.selector,
        ingress=_ingress(resolved),
        egress=[_egress(peer) for peer in (*settings.dns, *settings.nats, *settings.egress, *opened)],
    )


def _ingress(resolved: Resolved) -> list[Manifest]:
    settings = resolved.config.network_policy
    http: Manifest = {"port": naming.HTTP_PORT, "protocol": "TCP"}
    metrics: list[Manifest] = [{"port": naming.METRICS_PORT, "protocol": "TCP"}] if resolved.metrics_port else []
    same: Manifest = {"podSelector": {}}
    rules: list[Manifest] = [{"from": [same, *_peers(settings.ingress)], "ports": [http]}]
    if settings.monitoring:
        rules.append({"from": _peers(settings.monitoring), "ports": [http, *metrics]})
    return rules


def _egress(peer: Destination) -> Manifest:
    ports: list[Manifest] = [{"port": port, "protocol": protocol} for port in peer.ports for protocol in peer.protocols]
    return present({"to": _peers([peer]), "ports": ports})


def _peers(peers: Iterable[Source | Destination]) -> list[Manifest]:
    return [_peer(peer) for peer in peers]


def _peer(peer: Source | Destination) -> Manifest:
    if peer.cidr is not None:
        return {"ipBlock": {"cidr": peer.cidr}}
    namespace: Manifest = {"namespaceSelector": {"matchLabels": {_NAMESPACE: peer.namespace}}}
    return {**namespace, **({"podSelector": {"matchLabels": dict(peer.pod_labels)}} if peer.pod_labels else {})}
