"""Packages that are missing or not healthy."""

from copy import deepcopy

import pytest

from tests.doctor.clusters import FUNCTION, Cluster, conditions, examined, found, healthy, named, only


@pytest.mark.parametrize(
    ("kind", "name"),
    [("Function", FUNCTION), ("Provider", "provider-kubernetes"), ("Configuration", "event-platform-claims")],
)
@pytest.mark.parametrize("status", ["False", "Unknown"])
def test_a_package_that_is_not_healthy_is_an_error(kind: str, name: str, status: str) -> None:
    cluster = healthy()
    named(cluster, kind, name)["status"] = conditions(Installed="True", Healthy=status)
    finding = only(cluster)
    assert (finding.code, finding.about) == ("EP702", f"{kind} {name}")
    assert finding.message == f"not Healthy: Set. Hint: kubectl describe {kind.lower()}.pkg.crossplane.io {name}"


def test_a_package_without_conditions_is_an_error() -> None:
    cluster = healthy()
    named(cluster, "Function", FUNCTION)["status"] = {}
    assert [code for _, code, _ in found(cluster)] == ["EP702", "EP702"]
    assert "not Installed: no condition yet" in examined(cluster).findings[0].message


def test_a_function_with_another_name_than_in_the_compositions_is_an_error() -> None:
    cluster = healthy()
    named(cluster, "Function", FUNCTION)["metadata"]["name"] = f"bizmatters-{FUNCTION}"
    assert found(cluster) == [
        ("error", "EP701", "Composition eventdrivenservice"),
        ("error", "EP701", "Composition infrabinding"),
    ]
    assert f"calls the function {FUNCTION}, which is not installed; got bizmatters-{FUNCTION}" in (
        examined(cluster).findings[0].message
    )


def test_a_crossplane_that_is_not_found_is_a_warning() -> None:
    cluster = healthy()
    named(cluster, "Deployment", "crossplane")["metadata"]["namespace"] = "other"
    finding = only(cluster)
    assert (finding.severity, finding.code, finding.about) == ("warning", "EP701", "Crossplane")
    assert finding.message == (
        "namespace crossplane-system has no Deployment with the label app=crossplane, so not everything is checked. "
        "Hint: set --crossplane-namespace to the namespace of Crossplane"
    )
    assert only(cluster, "Service") == finding
    assert found(cluster, "Deployment") == []


def test_of_two_crossplanes_the_one_in_the_namespace_counts() -> None:
    cluster = healthy()
    other = deepcopy(named(cluster, "Deployment", "crossplane"))
    other["metadata"]["namespace"] = "a-test"
    other["spec"]["template"]["spec"]["containers"][0]["image"] = "xpkg.crossplane.io/crossplane/crossplane:v1.20.0"
    assert found({("Deployment", "a"): other, **cluster}) == []


def test_without_the_provider_objects_are_not_applied() -> None:
    cluster = healthy()
    del cluster["Provider", "provider-kubernetes"]
    assert found(cluster) == [("error", "EP701", "Providers")]
    direct = healthy("namespaced")
    del direct["Provider", "provider-kubernetes"]
    assert found(direct) == []


def with_provider(version: str, healthy_status: str = "True") -> Cluster:
    """Return a cluster with a second package of provider-kubernetes."""
    cluster = healthy()
    second = deepcopy(named(cluster, "Provider", "provider-kubernetes"))
    second["metadata"]["name"] = "upbound-provider-kubernetes"
    second["spec"]["package"] = f"xpkg.upbound.io/upbound/provider-kubernetes:{version}"
    second["status"] = conditions(Installed="True", Healthy=healthy_status)
    return {**cluster, ("Provider", "upbound-provider-kubernetes"): second}


def test_a_second_provider_is_a_warning() -> None:
    finding = only(with_provider("v1.3.0"))
    assert (finding.severity, finding.code, finding.about) == ("warning", "EP704", "Providers")
    assert finding.message == (
        "provider-kubernetes is installed 2 times, and only one can own its kinds; got provider-kubernetes (v1.2.1), "
        "upbound-provider-kubernetes (v1.3.0). Hint: remove the others"
    )


def test_of_two_providers_neither_may_be_too_old_or_not_healthy() -> None:
    assert found(with_provider("v0.18.0", "False")) == [
        ("error", "EP702", "Provider upbound-provider-kubernetes"),
        ("error", "EP703", "provider-kubernetes v0.18.0"),
        ("warning", "EP704", "Providers"),
    ]
    assert [code for _, code, _ in found(with_provider("main"))] == ["EP704"]


def test_packages_of_others_do_not_count() -> None:
    cluster = healthy()
    other = {
        "apiVersion": "pkg.crossplane.io/v1",
        "kind": "Function",
        "metadata": {"name": "other"},
        "spec": {"package": "example.org/function-other:v1"},
    }
    assert found({**cluster, ("Function", "other"): other}) == []
