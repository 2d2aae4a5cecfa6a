"""The ProviderConfig that Objects refer to."""

from tests.doctor.clusters import found, healthy, named, only


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
