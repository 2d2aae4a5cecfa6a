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


def of_job(traffic: Traffic, config: PlatformConfig, metrics: Sequence[int]) -> list[Manifest]:
    """Return what may reach the pods of a job, whose metrics are at these ports."""
    ports = [tcp(port) for port in metrics]
    monitoring = admitted(config.network_policy.monitoring, ports) if ports else []
    return [*_listed(traffic), *_operator(config), *monitoring]


def of_pods(traffic: Traffic, config: PlatformConfig, *, jobs: bool) -> list[Manifest]:
    """Return what may reach other pods, whose ports nobody knows; jobs may be among them."""
    settings = config.network_policy
    platform = [*admitted(settings.monitoring), *admitted(settings.ingress)]
    return [*_listed(traffic), *(_operator(config) if jobs else []), *platform]


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


def _operator(config: PlatformConfig) -> list[Manifest]:
    return admitted(config.network_policy.flink_operator, [tcp(REST)])
