"""Rules of NetworkPolicies: the peers and connections that PlatformConfig lists, and pods of a namespace."""

from collections.abc import Iterable, Mapping, Sequence

from function.base.manifest import Manifest, present
from function.platform.config import PlatformConfig
from function.platform.network_policy import Destination, Source

_NAMESPACE = "kubernetes.io/metadata.name"
"""The label with the name of a namespace, which the API server sets."""


def own() -> Manifest:
    """Return the peer for all pods of the namespace that the policy is in."""
    return {"podSelector": {}}


def admitted(sources: Sequence[Source], ports: Sequence[Manifest] = ()) -> list[Manifest]:
    """Return the rule that admits them to the ports, by default to all.

    Without sources there is no rule: one without peers would admit everything.
    """
    return [present({"from": peers(sources), "ports": list(ports)})] if sources else []


def opened(destinations: Iterable[Destination]) -> list[Manifest]:
    """Return the rules that let pods reach them."""
    return [present({"to": peers([to]), "ports": _ports(to)}) for to in destinations]


def connections(names: Iterable[str], config: PlatformConfig) -> list[Manifest]:
    """Return the rules of these connections of the platform."""
    return opened(to for name in names for to in config.network_policy.connections.get(name, []))


def peers(listed: Iterable[Source | Destination]) -> list[Manifest]:
    """Return the peers that the platform lists."""
    return [_peer(peer) for peer in listed]


def pods(namespace: str, labels: Mapping[str, str]) -> Manifest:
    """Return the peer for the pods of a namespace that have these labels, by default all."""
    selected: Manifest = {"podSelector": {"matchLabels": dict(labels)}} if labels else {}
    return {"namespaceSelector": {"matchLabels": {_NAMESPACE: namespace}}, **selected}


def tcp(port: int | str) -> Manifest:
    """Return a port of a rule."""
    return {"port": port, "protocol": "TCP"}


def _ports(to: Destination) -> list[Manifest]:
    return [{"port": port, "protocol": protocol} for port in to.ports for protocol in to.protocols]


def _peer(peer: Source | Destination) -> Manifest:
    if peer.namespace is None:
        return {"ipBlock": {"cidr": peer.cidr}}
    return pods(peer.namespace, peer.pod_labels)
