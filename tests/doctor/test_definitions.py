"""Definitions that the API server does not serve as they are written, although they may look established."""

import pytest

from function.base.identity import Scope
from tests.doctor.clusters import conditions, examined, found, healthy, named, only

XRD, CLAIMS = "CompositeResourceDefinition", "xeventdrivenservices.platform.bizmatters.io"
NAMESPACED = "eventdrivenservices.platform.bizmatters.io"


@pytest.mark.parametrize(
    ("statuses", "message"),
    [
        ({}, "not Established and Offered"),
        ({"Established": "True"}, "not Offered"),
        ({"Established": "False", "Offered": "True"}, "not Established"),
    ],
)
def test_a_definition_that_is_not_served_is_an_error(statuses: dict[str, str], message: str) -> None:
    cluster = healthy()
    named(cluster, XRD, CLAIMS)["status"] = conditions(**statuses)
    finding = only(cluster)
    assert (finding.code, finding.about) == ("EP705", f"XRD {CLAIMS}")
    assert finding.message.startswith(f"{message}, so the API server does not serve it")


def test_only_claims_are_offered() -> None:
    cluster = healthy("namespaced")
    named(cluster, XRD, NAMESPACED)["status"] = conditions(Established="True")
    assert found(cluster) == []


@pytest.mark.parametrize(("scope", "name", "served"), [("claims", CLAIMS, 2), ("namespaced", NAMESPACED, 1)])
def test_a_change_that_crossplane_could_not_apply_is_an_error_although_the_definition_is_established(
    scope: Scope, name: str, served: int
) -> None:
    cluster = healthy(scope)
    schema = named(cluster, XRD, name)["spec"]["versions"][0]["schema"]["openAPIV3Schema"]["properties"]
    schema["spec"]["properties"]["size"] = {"type": "string", "pattern": "(?=x)"}
    assert found(cluster) == [("error", "EP706", f"XRD {name}")] * served
    assert (
        "differs from the definition: spec.size. Hint: the events in kubectl describe xrd"
        in examined(cluster).findings[0].message
    )


@pytest.mark.parametrize("part", ["spec", "status"])
def test_what_crossplane_adds_is_no_difference(part: str) -> None:
    cluster = healthy()
    added = {"spec": ("claimRef", "resourceRefs", "compositionRef"), "status": ("conditions", "connectionDetails")}
    schema = named(cluster, "CustomResourceDefinition", CLAIMS)["spec"]["versions"][0]["schema"]["openAPIV3Schema"]
    for field in added[part]:
        schema["properties"][part]["properties"][field] = {"type": "object"}
    assert found(cluster) == []
    schema["properties"][part]["properties"]["more"] = {"type": "object"}
    assert [code for _, code, _ in found(cluster)] == ["EP706"]


def test_what_the_api_server_drops_is_no_difference() -> None:
    cluster = healthy()
    schema = named(cluster, XRD, CLAIMS)["spec"]["versions"][0]["schema"]["openAPIV3Schema"]["properties"]
    schema["spec"]["properties"]["size"] |= {"description": "x", "required": [], "properties": {}, "nullable": False}
    for name in (CLAIMS, NAMESPACED):
        served = named(cluster, "CustomResourceDefinition", name)["spec"]["versions"][0]["schema"]["openAPIV3Schema"]
        served["properties"]["spec"]["properties"]["size"]["description"] = "x"
    assert found(cluster) == []


@pytest.mark.parametrize("field", ["minimum", "default", "maxLength"])
def test_a_zero_is_a_difference(field: str) -> None:
    cluster = healthy("namespaced")
    schema = named(cluster, XRD, NAMESPACED)["spec"]["versions"][0]["schema"]["openAPIV3Schema"]["properties"]
    schema["spec"]["properties"]["size"][field] = 0
    assert found(cluster) == [("error", "EP706", f"XRD {NAMESPACED}")]


def test_a_crd_that_does_not_exist_is_an_error() -> None:
    cluster = healthy()
    del cluster["CustomResourceDefinition", NAMESPACED]
    assert f"what the API server serves as {NAMESPACED} differs" in only(cluster).message


def test_a_definition_without_a_field_of_the_status_is_a_warning() -> None:
    cluster = healthy()
    for kind, name in ((XRD, CLAIMS), ("CustomResourceDefinition", CLAIMS), ("CustomResourceDefinition", NAMESPACED)):
        schema = named(cluster, kind, name)["spec"]["versions"][0]["schema"]["openAPIV3Schema"]["properties"]
        del schema["status"]["properties"]["warnings"]
        del schema["status"]["properties"]["replicas"]["properties"]["updated"]
    finding = only(cluster)
    assert (finding.severity, finding.code) == ("warning", "EP707")
    assert finding.message.startswith("lacks status.replicas.updated, status.warnings.")


def test_a_definition_that_is_missing_is_an_error() -> None:
    cluster = healthy()
    del cluster[XRD, CLAIMS]
    assert found(cluster) == [("error", "EP701", f"XRD {CLAIMS}")]


def test_both_scopes_at_once_are_an_error() -> None:
    cluster = healthy()
    other = healthy("namespaced")[XRD, NAMESPACED]
    assert found({**cluster, (XRD, NAMESPACED): other}) == [("error", "EP708", f"XRD {CLAIMS}")]
