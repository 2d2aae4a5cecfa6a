"""Kinds that the settings lead to, and that the cluster does not serve."""

from typing import Any

import pytest

from function.doctor.kinds import custom, serves
from function.manifests.external_secret import KIND as EXTERNAL_SECRET
from function.manifests.network_policy import KIND as NETWORK_POLICY
from function.manifests.pod_disruption_budget import KIND as BUDGET
from function.manifests.scaled_object import KIND as SCALED_OBJECT
from tests.doctor.clusters import found, healthy, named, only, scan, settings

CRD = "CustomResourceDefinition"


def test_services_cannot_do_without_keda() -> None:
    cluster = healthy()
    del cluster[CRD, "scaledobjects.keda.sh"]
    finding = only(cluster)
    assert (finding.severity, finding.code, finding.about) == ("error", "EP710", "kind ScaledObject")
    assert finding.message.startswith("the cluster has no CRD scaledobjects.keda.sh, but services scale with it")


@pytest.mark.parametrize(
    ("data", "missing", "count"),
    [
        ({"vault": {"address": "https://vault.example.org"}}, "externalsecrets.external-secrets.io", 1),
        ({"aws": {"region": "us-east-1"}}, "secretstores.external-secrets.io", 1),
        ({"terraform": {"workspaces": True}}, "workspaces.tf.m.upbound.io", 1),
        ({"gcp": {"project": "my-project-1"}}, "externalsecrets.external-secrets.io", 1),
        ({"kafka": {"cluster": "main", "namespace": "kafka"}}, "kafkatopics.kafka.strimzi.io", 1),
        ({"kafka": {"providerConfig": "main"}}, "topics.topic.kafka.m.crossplane.io", 1),
        ({"monitors": {"labels": {"release": "p"}}}, "servicemonitors.monitoring.coreos.com", 1),
        ({"monitors": {"bindings": True}}, "podmonitors.monitoring.coreos.com", 1),
        ({"alerts": {"prometheusRules": True}}, "prometheusrules.monitoring.coreos.com", 1),
        ({"alerts": {"alertmanagerConfigs": True}}, "alertmanagerconfigs.monitoring.coreos.com", 1),
        ({"tracing": {"instrumentation": True}}, "instrumentations.opentelemetry.io", 1),
        ({"dapr": {"enabled": True}}, "components.dapr.io", 1),
        ({"policy": {"bindingServices": {"types": ["postgresql"]}}}, "poolers.postgresql.cnpg.io", 1),
        ({"policy": {"bindingServices": {"types": ["redis"]}}}, "poolers.postgresql.cnpg.io", 0),
        ({"bindingServices": {"snapshotSchedules": True}}, "snapshotschedules.snapscheduler.backube", 1),
        ({"alerts": {"ruleLabels": {"a": "b"}}}, "prometheusrules.monitoring.coreos.com", 0),
        ({}, "kafkatopics.kafka.strimzi.io", 0),
        ({}, "externalsecrets.external-secrets.io", 0),
        ({}, "servicemonitors.monitoring.coreos.com", 0),
    ],
)
def test_what_the_settings_name_is_a_warning_and_the_rest_nothing(data: Any, missing: str, count: int) -> None:
    cluster = healthy()
    settings(cluster, **data)
    del cluster[CRD, missing]
    assert [(severity, code) for severity, code, _ in found(cluster)] == [("warning", "EP710")] * count


def test_another_version_than_ours_is_not_served() -> None:
    cluster = healthy()
    settings(cluster, vault={"address": "https://vault.example.org"})
    named(cluster, CRD, "externalsecrets.external-secrets.io")["spec"]["versions"] = [
        {"name": "v1beta1", "served": True}
    ]
    assert "does not serve v1; got v1beta1, but the settings configure a secret store" in only(cluster).message
    assert not serves(EXTERNAL_SECRET, scan(cluster))


def test_kinds_of_kubernetes_need_no_crd() -> None:
    assert [custom(kind) for kind in (SCALED_OBJECT, NETWORK_POLICY, BUDGET)] == [True, False, False]
