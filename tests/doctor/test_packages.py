"""Packages that are missing or not healthy."""

import pytest

from tests.doctor.clusters import FUNCTION, conditions, examined, found, healthy, named, only


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


def test_without_the_provider_objects_are_not_applied() -> None:
    cluster = healthy()
    del cluster["Provider", "provider-kubernetes"]
    assert found(cluster) == [("error", "EP701", "Providers")]
    direct = healthy("namespaced")
    del direct["Provider", "provider-kubernetes"]
    assert found(direct) == []


def test_packages_of_others_do_not_count() -> None:
    cluster = healthy()
    other = {
        "apiVersion": "pkg.crossplane.io/v1",
        "kind": "Function",
        "metadata": {"name": "other"},
        "spec": {"package": "example.org/function-other:v1"},
    }
    assert found({**cluster, ("Function", "other"): other}) == []
