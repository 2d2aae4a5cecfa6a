"""Bindings that have NetworkPolicies, and the settings of a platform that allows them."""

from function.base.manifest import Json, Manifest, mapping_at
from tests.bindings import PLATFORM, binding, composite, manifests, process
from tests.documents import platform
from tests.support import outcome

OWN: Json = {"from": [{"podSelector": {}}]}
NETWORK: Manifest = {
    "bindings": True,
    "flinkOperator": [{"namespace": "flink"}],
    "postgresqlOperator": [{"namespace": "cnpg"}],
    "connections": {"kafka": [{"namespace": "kafka", "ports": [9092]}], "other": [{"cidr": "10.0.0.0/8"}]},
}
POLICY: Manifest = {
    "podAnnotations": ["dapr.io/"],
    "networkPolicies": {"wholeNamespace": True, "namespaces": ["tools", "other"]},
}
SIDECAR: Manifest = {"sidecar": {"processes": ["p"]}}


def settings(policy: Json = None, **network: Json) -> Manifest:
    """Return settings that allow every NetworkPolicy, with these changes."""
    changed: Json = {**NETWORK, **network}
    return platform(**{**mapping_at(PLATFORM, "spec"), "networkPolicy": changed, "policy": policy or POLICY})


def spec(policies: Json, **fields: Json) -> Manifest:
    """Return a valid spec with one process, which is deployed."""
    given: Manifest = {"deployment": {"type": "kubernetes"}, "resources": {"p": process()}, **fields}
    return binding(**given, network_policies=policies)


def made(policies: Json, config: Manifest | None = None, **fields: Json) -> dict[str, Manifest]:
    """Return the plain manifests by key, but for the document."""
    found = manifests(spec(policies, **fields), config or settings())
    return {key: manifest for key, manifest in found.items() if key != "document"}


def reported(policies: Json, config: Manifest | None = None, **fields: Json) -> list[str]:
    """Return what is wrong with the section, each with its path."""
    problems = outcome(composite(spec(policies, **fields)), config or settings()).problems
    return [str(problem) for problem in problems if problem.path.startswith("spec.network_policies")]


def namespace(name: str) -> Manifest:
    """Return the peer for all pods of a namespace."""
    return {"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": name}}}


def tcp(*ports: int) -> list[Json]:
    """Return ports of a rule."""
    return [{"port": port, "protocol": "TCP"} for port in ports]
