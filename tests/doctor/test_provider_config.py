"""The ProviderConfig that Objects refer to."""

import pytest

from tests.doctor.clusters import Cluster, found, healthy, named, only

CRD = "CustomResourceDefinition"


def wrapping() -> Cluster:
    """Return a cluster with namespaced composites that deliver Objects."""
    cluster = healthy("namespaced")
    for name in ("eventdrivenservice", "infrabinding"):
        named(cluster, "Composition", name)["spec"]["pipeline"][0]["input"]["spec"]["delivery"] = "object"
    return cluster


def test_claims_refer_to_a_provider_config() -> None:
    cluster = healthy()
    del cluster["ProviderConfig", "kubernetes-provider"]
    finding = only(cluster)
    assert (finding.severity, finding.code, finding.about) == ("error", "EP713", "ProviderConfig kubernetes-provider")


def test_direct_delivery_needs_none() -> None:
    cluster = healthy("namespaced")
    del cluster["ClusterProviderConfig", "kubernetes-provider"]
    assert found(cluster) == []


def test_namespaced_composites_refer_to_one_of_the_cluster_or_of_their_namespace() -> None:
    cluster = healthy("namespaced")
    for name in ("eventdrivenservice", "infrabinding"):
        spec = named(cluster, "Composition", name)["spec"]["pipeline"][0]["input"]["spec"]
        spec |= {"delivery": "object", "providerConfig": {"name": "other", "kind": "ClusterProviderConfig"}}
    assert found(cluster) == [("error", "EP713", "ClusterProviderConfig other")]
    for name in ("eventdrivenservice", "infrabinding"):
        spec = named(cluster, "Composition", name)["spec"]["pipeline"][0]["input"]["spec"]
        spec["providerConfig"]["kind"] = "ProviderConfig"
    assert found(cluster) == []


@pytest.mark.parametrize(
    ("cluster", "kind", "name"),
    [
        (healthy(), "Object", "objects.kubernetes.crossplane.io"),
        (healthy(), "ProviderConfig", "providerconfigs.kubernetes.crossplane.io"),
        (wrapping(), "Object", "objects.kubernetes.m.crossplane.io"),
        (wrapping(), "ClusterProviderConfig", "clusterproviderconfigs.kubernetes.m.crossplane.io"),
    ],
)
def test_the_kinds_of_the_provider_are_needed(cluster: Cluster, kind: str, name: str) -> None:
    rest = {
        key: document for key, document in cluster.items() if key not in {(CRD, name), (kind, "kubernetes-provider")}
    }
    finding = only(rest)
    assert (finding.severity, finding.code, finding.about) == ("error", "EP710", f"kind {kind}")
    assert finding.message.startswith(f"the cluster has no CRD {name}, but Compositions deliver Objects. Hint: check")


def test_another_version_of_objects_is_not_served() -> None:
    cluster = healthy()
    named(cluster, CRD, "objects.kubernetes.crossplane.io")["spec"]["versions"][0]["name"] = "v1alpha1"
    assert "objects.kubernetes.crossplane.io does not serve v1alpha2; got v1alpha1" in only(cluster).message


@pytest.mark.parametrize(
    ("cluster", "name"),
    [
        (healthy(), "objects.kubernetes.m.crossplane.io"),
        (wrapping(), "objects.kubernetes.crossplane.io"),
        (wrapping(), "providerconfigs.kubernetes.m.crossplane.io"),
        (healthy("namespaced"), "objects.kubernetes.m.crossplane.io"),
    ],
)
def test_kinds_of_the_other_scope_and_of_another_delivery_are_not_needed(cluster: Cluster, name: str) -> None:
    assert found({key: document for key, document in cluster.items() if key != (CRD, name)}) == []


def test_without_a_provider_that_is_the_only_finding() -> None:
    ours = ("Object", "ProviderConfig")
    rest = {key: document for key, document in healthy().items() if key[0] not in (*ours, "Provider")}
    without = {key: document for key, document in rest.items() if ".kubernetes." not in key[1]}
    assert found(without) == [("error", "EP701", "Providers")]


def test_kinds_that_could_not_be_read_are_not_missing() -> None:
    rest = {key: document for key, document in healthy().items() if key[0] != CRD}
    assert found(rest, CRD) == []
