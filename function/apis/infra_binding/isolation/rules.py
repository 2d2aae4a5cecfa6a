"""The rules of a binding's NetworkPolicies: what it lists, and what the platform needs in order to work.

Pods of a namespace reach each other, and so do the processes of a job and the sidecars of Dapr. The kubelet reaches all
pods of its node, whatever the rules are.
"""

from collections.abc import Sequence

from function.apis.infra_binding.network_policies.traffic import Traffic
from function.apis.network_peers import admitted, connections, opened, own, pods, tcp
from function.base.manifest import Manifest, present
from function.platform.config import PlatformConfig

REST = 8081
"""The port of the REST API of a job manager, which the Flink operator uses."""

POSTGRESQL = (8000, 5432)
"""The ports of an instance of PostgreSQL that its operator uses: for its status, and the server."""


def of_job(traffic: Traffic, config: PlatformConfig, metrics: Sequence[int]) -> list[Manifest]:
    """Return what may reach the pods of a job, whose metrics are at these ports."""
    ports = [tcp(port) for port in metrics]
    monitoring = admitted(config.network_policy.monitoring, ports) if ports else []
    return [*_listed(traffic), *_operator(config), *monitoring]


def of_pods(traffic: Traffic, config: PlatformConfig) -> list[Manifest]:
    """Return what may reach pods with labels, whose ports nobody knows."""
    return [*_listed(traffic), *_platform(config)]


def of_namespace(traffic: Traffic, config: PlatformConfig, *, jobs: bool) -> list[Manifest]:
    """Return what may reach all pods of the namespace; jobs of the binding may be among them.

    Databases may be among them too, even if the binding runs none now: they outlive their binding.
    """
    databases = admitted(config.network_policy.postgresql_operator, [tcp(port) for port in POSTGRESQL])
    return [*_listed(traffic), *(_operator(config) if jobs else []), *databases, *_platform(config)]


def outgoing(traffic: Traffic, config: PlatformConfig, *, sidecar: bool) -> list[Manifest] | None:
    """Return what the pods may reach, or None if that is everything."""
    if traffic.egress is None:
        return None
    settings = config.network_policy
    common = [*settings.dns, *settings.egress, *(settings.dapr if sidecar else [])]
    return [{"to": [own()]}, *opened(common), *connections(traffic.egress, config)]


def _listed(traffic: Traffic) -> list[Manifest]:
    others = [
        present({"from": [pods(source.namespace, source.pod_labels)], "ports": [tcp(port) for port in source.ports]})
        for source in traffic.ingress
    ]
    return [{"from": [own()]}, *others]


def _platform(config: PlatformConfig) -> list[Manifest]:
    return [*admitted(config.network_policy.monitoring), *admitted(config.network_policy.ingress)]


def _operator(config: PlatformConfig) -> list[Manifest]:
    return admitted(config.network_policy.flink_operator, [tcp(REST)])
