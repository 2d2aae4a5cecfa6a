"""The settings in effect: those of the Composition, with those of the EnvironmentConfig over them."""

import pytest

from function.base.identity import Scope
from function.doctor.composition import compositions
from tests.doctor.clusters import examined, found, healthy, named, only, scan, settings

SERVICES = "eventdrivenservice"


@pytest.mark.parametrize("scope", ["claims", "namespaced"])
def test_a_composition_has_its_api_scope_and_settings(scope: Scope) -> None:
    cluster = healthy(scope)
    settings(cluster, clusterDomain="example.internal")
    installed = {composition.name: composition for composition in compositions(scan(cluster))}
    assert set(installed) == {SERVICES, "infrabinding"}
    own = installed[SERVICES]
    assert own.api is not None
    assert own.config is not None
    assert (own.api.kind, own.scope, own.config.cluster_domain) == ("EventDrivenService", scope, "example.internal")


def test_own_names_are_those_of_the_settings() -> None:
    cluster = healthy()
    names = {"EventDrivenService": {"kind": "Worker", "plural": "workers", "shortName": "wk"}}
    named(cluster, "Composition", SERVICES)["spec"]["compositeTypeRef"]["kind"] = "XWorker"
    settings(cluster, names=names)
    (own, _) = compositions(scan(cluster))
    assert own.api is not None
    assert (own.api.plural, own.scope) == ("workers", "claims")


def test_settings_that_are_invalid_in_the_composition_are_an_error() -> None:
    cluster = healthy()
    steps = named(cluster, "Composition", SERVICES)["spec"]["pipeline"]
    steps[0]["input"]["spec"]["defaultSize"] = "huge"
    finding = only(cluster)
    assert (finding.code, finding.severity) == ("EP709", "error")
    assert finding.about == f"Composition {SERVICES} with EnvironmentConfig event-platform"
    assert "defaultSize" in finding.message


def test_settings_that_are_invalid_in_the_object_are_an_error_of_each_composition() -> None:
    cluster = healthy()
    settings(cluster, nats={"url": 5})
    assert {(code, severity) for severity, code, _ in found(cluster)} == {("EP709", "error")}
    assert len(found(cluster)) == 2


def test_an_object_that_must_exist_is_an_error_and_an_optional_one_is_none() -> None:
    cluster = healthy()
    del cluster["EnvironmentConfig", "event-platform"]
    assert found(cluster) == []
    steps = named(cluster, "Composition", SERVICES)["spec"]["pipeline"]
    steps[0]["input"]["spec"]["settings"]["optional"] = False
    assert "the EnvironmentConfig event-platform with settings does not exist" in only(cluster).message


def test_an_object_that_names_another_one_is_an_error() -> None:
    cluster = healthy()
    settings(cluster, settings={"name": "more"})
    assert "cannot name another one" in examined(cluster).findings[0].message


def test_compositions_of_others_are_left_out() -> None:
    cluster = healthy()
    for composition in (SERVICES, "infrabinding"):
        named(cluster, "Composition", composition)["spec"]["pipeline"][0]["input"]["kind"] = "Resources"
    assert compositions(scan(cluster)) == []
