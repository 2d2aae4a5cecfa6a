"""What reaches pods under a NetworkPolicy of a binding, and what they reach."""

from collections.abc import Mapping

import pytest

from function.base.manifest import Json, Manifest
from tests.network import OWN, POLICY, SIDECAR, made, namespace, settings, tcp
from tests.support import look

DNS: Json = {
    "to": [namespace("kube-system")],
    "ports": [{"port": 53, "protocol": "UDP"}, {"port": 53, "protocol": "TCP"}],
}
SAME: Json = {"to": [{"podSelector": {}}]}
OPERATOR: Json = {"from": [namespace("flink")], "ports": tcp(8081)}
DATABASES: Json = {"from": [namespace("cnpg")], "ports": tcp(8000, 5432)}
MONITORING: Json = {"from": [namespace("monitoring")]}
AGENTS: Json = {"agents": {"pod_labels": {"tier": "agent"}}}
JOBS = "networkpolicy-jobs-p"


def rules(found: Mapping[str, Json], key: str, direction: str = "ingress") -> Json:
    return look(found, f"{key}.spec.{direction}")


def test_the_operator_and_the_own_namespace_reach_a_job() -> None:
    assert rules(made({"jobs": {}}), JOBS) == [OWN, OPERATOR]


@pytest.mark.parametrize(
    ("fields", "ports"),
    [
        ({"monitoring": {"metrics": {"type": "prometheus"}}}, [9249]),
        ({"monitoring": {"metrics": {"type": "prometheus", "port": 9250}}}, [9250]),
        ({"dapr": SIDECAR}, [9090]),
        ({"dapr": {"sidecar": {"processes": ["p"], "metrics_port": 9191}}}, [9191]),
        ({"dapr": SIDECAR, "monitoring": {"metrics": {"type": "prometheus"}}}, [9249, 9090]),
    ],
)
def test_monitoring_reaches_the_metrics_of_a_job(fields: Manifest, ports: list[int]) -> None:
    scraping: Json = {"from": [namespace("monitoring")], "ports": tcp(*ports)}
    assert rules(made({"jobs": {}}, settings(), **fields), JOBS) == [OWN, OPERATOR, scraping]


@pytest.mark.parametrize(
    "fields",
    [{"monitoring": {"metrics": {"type": "datadog"}}}, {"monitoring": {}}, {"dapr": {"sidecar": {}}}],
)
def test_it_reaches_nothing_where_there_are_no_metrics(fields: Manifest) -> None:
    """A rule without ports would open all of them."""
    assert rules(made({"jobs": {}}, settings(), **fields), JOBS) == [OWN, OPERATOR]


def test_settings_without_peers_admit_nobody() -> None:
    """A rule without peers would admit everything."""
    config = settings(monitoring=[], ingress=[])
    assert rules(made({"applications": AGENTS}, config), "networkpolicy-applications-agents") == [OWN]


def test_monitoring_and_what_the_platform_admits_reach_applications() -> None:
    found = made({"applications": AGENTS}, settings(ingress=[{"namespace": "web"}]))
    assert rules(found, "networkpolicy-applications-agents") == [OWN, MONITORING, {"from": [namespace("web")]}]
    assert rules(made({"jobs": {}}, settings(ingress=[{"namespace": "web"}])), JOBS) == [OWN, OPERATOR]


@pytest.mark.parametrize(("deployment", "operator"), [({"type": "kubernetes"}, [OPERATOR]), ({"type": "yarn"}, [])])
def test_the_operator_reaches_jobs_of_a_namespace(deployment: Json, operator: list[Json]) -> None:
    found = made({"namespace": {}}, deployment=deployment)
    assert rules(found, "networkpolicy-namespace") == [OWN, *operator, DATABASES, MONITORING]


def test_the_operator_of_databases_reaches_a_namespace_whatever_the_binding_runs() -> None:
    """A database stays when its entry goes, and so must what its operator can reach."""
    database: Json = {"type": "postgresql", "database": "shop", "owner": "shop", "storage": {"size": "5Gi"}}
    config = settings(policy={**POLICY, "bindingServices": {"types": ["postgresql"]}})
    for services in ({}, {"db": database}):
        found = made({"namespace": {}}, config, deployment={"type": "yarn"}, services=services)
        assert rules(found, "networkpolicy-namespace") == [OWN, DATABASES, MONITORING]


def test_the_operator_of_databases_reaches_only_its_pods() -> None:
    peer: Json = {"namespace": "cnpg", "podLabels": {"app.kubernetes.io/name": "cloudnative-pg"}}
    labels: Manifest = {"matchLabels": {"app.kubernetes.io/name": "cloudnative-pg"}}
    selected: Json = {"from": [{**namespace("cnpg"), "podSelector": labels}], "ports": tcp(8000, 5432)}
    found = made({"namespace": {}}, settings(postgresqlOperator=[peer]), deployment={"type": "yarn"})
    assert rules(found, "networkpolicy-namespace") == [OWN, selected, MONITORING]


def test_without_the_setting_nobody_reaches_the_ports_of_databases() -> None:
    """A rule without peers would open them to all."""
    found = made({"namespace": {}}, settings(postgresqlOperator=[]), deployment={"type": "yarn"})
    assert rules(found, "networkpolicy-namespace") == [OWN, MONITORING]


def test_a_binding_admits_what_it_lists() -> None:
    listed: Json = [{"namespace": "tools", "pod_labels": {"app": "ui"}, "ports": [8081]}, {"namespace": "other"}]
    selected: Manifest = {**namespace("tools"), "podSelector": {"matchLabels": {"app": "ui"}}}
    found = rules(made({"jobs": {"ingress": listed}}), JOBS)
    assert found == [OWN, {"from": [selected], "ports": tcp(8081)}, {"from": [namespace("other")]}, OPERATOR]


def test_without_a_list_everything_may_be_reached() -> None:
    found = made({"jobs": {}, "applications": AGENTS, "namespace": {}})
    assert [look(found[key], "spec.policyTypes") for key in found if key.startswith("networkpolicy")] == [
        ["Ingress"]
    ] * 3
    assert [rules(found, key, "egress") for key in found if key.startswith("networkpolicy")] == [None] * 3


def test_an_empty_list_leaves_what_all_pods_reach() -> None:
    found = made({"jobs": {"egress": []}}, settings(egress=[{"namespace": "vault", "ports": [8200]}]))
    assert look(found[JOBS], "spec.policyTypes") == ["Ingress", "Egress"]
    assert rules(found, JOBS, "egress") == [SAME, DNS, {"to": [namespace("vault")], "ports": tcp(8200)}]


def test_connections_are_those_of_the_platform() -> None:
    found = made({"jobs": {"egress": ["kafka"]}})
    assert rules(found, JOBS, "egress") == [SAME, DNS, {"to": [namespace("kafka")], "ports": tcp(9092)}]


@pytest.mark.parametrize(
    ("policies", "key"),
    [
        ({"jobs": {"egress": []}}, JOBS),
        (
            {"applications": {"agents": {"pod_labels": {"tier": "agent"}, "egress": []}}},
            "networkpolicy-applications-agents",
        ),
        ({"namespace": {"egress": []}}, "networkpolicy-namespace"),
    ],
)
def test_sidecars_reach_the_control_plane_of_dapr(policies: Json, key: str) -> None:
    expected = [SAME, DNS, {"to": [namespace("dapr-system")]}]
    assert rules(made(policies, dapr=SIDECAR), key, "egress") == expected
    assert rules(made(policies), key, "egress") == [SAME, DNS]
