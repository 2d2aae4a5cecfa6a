import pytest

from function.apis.infra_binding.network_policies.network_policies import NetworkPolicies
from function.base.manifest import Json, Manifest
from tests.bindings import model
from tests.leaves import leaf, leaves, replaced
from tests.network import made, reported

SOURCE: Json = {"namespace": "tools", "pod_labels": {"app": "ui"}, "ports": [8081]}
TRAFFIC: dict[str, Json] = {"ingress": [SOURCE], "egress": ["kafka"]}
WHOLE: Manifest = {
    "jobs": TRAFFIC,
    "applications": {"agents": {"pod_labels": {"tier": "agent"}, **TRAFFIC}},
    "namespace": TRAFFIC,
}
OTHERS: dict[str, Json] = {
    "ingress[0].namespace": "other",
    "ingress[0].pod_labels{app}": "cli",
    "ingress[0].ports[0]": 8082,
    "egress[0]": "other",
}
CHANGES: dict[str, Json] = {
    **{f"{part}.{field}": value for part in ("jobs", "namespace") for field, value in OTHERS.items()},
    **{f"applications{{agents}}.{field}": value for field, value in OTHERS.items()},
    "applications{agents}.pod_labels{tier}": "other",
}


@pytest.mark.parametrize(("place", "value"), CHANGES.items(), ids=CHANGES)
def test_another_value_gives_other_objects(place: str, value: Json) -> None:
    assert made(replaced(WHOLE, place, value)) != made(WHOLE)


def test_every_field_has_its_case() -> None:
    assert {leaf(place) for place in CHANGES} == set(leaves(NetworkPolicies))


def test_parts_are_sorted() -> None:
    pods: Json = {"pod_labels": {"a": "b"}}
    found = model(network_policies={"namespace": {}, "applications": {"b": pods, "a": pods}, "jobs": {}})
    assert found.network_policies is not None
    assert [name for name, _ in found.network_policies.parts()] == [
        "jobs",
        "applications.a",
        "applications.b",
        "namespace",
    ]


@pytest.mark.parametrize(
    ("policies", "path"),
    [
        ({"pods": {}}, "pods"),
        ({"jobs": []}, "jobs"),
        ({"jobs": {"pod_labels": {"a": "b"}}}, "jobs.pod_labels"),
        ({"namespace": {"pod_labels": {"a": "b"}}}, "namespace.pod_labels"),
        ({"applications": {"a": {}}}, "applications.a.pod_labels"),
        ({"applications": {"a": {"pod_labels": {}}}}, "applications.a.pod_labels"),
        ({"applications": {"a": {"pod_labels": {"a b": "c"}}}}, "applications.a.pod_labels.a b"),
        ({"applications": {"A": {"pod_labels": {"a": "b"}}}}, "applications.A"),
        ({"jobs": {"ingress": [{}]}}, "jobs.ingress[0].namespace"),
        ({"jobs": {"ingress": [{"namespace": "Tools"}]}}, "jobs.ingress[0].namespace"),
        ({"jobs": {"ingress": [{"namespace": "tools", "cidr": "10.0.0.0/8"}]}}, "jobs.ingress[0].cidr"),
        ({"jobs": {"ingress": [{"namespace": "tools", "ports": [0]}]}}, "jobs.ingress[0].ports[0]"),
        ({"jobs": {"ingress": [{"namespace": "tools", "ports": ["http"]}]}}, "jobs.ingress[0].ports[0]"),
        ({"jobs": {"egress": "kafka"}}, "jobs.egress"),
        ({"jobs": {"egress": [{"namespace": "kafka"}]}}, "jobs.egress[0]"),
    ],
)
def test_what_is_refused(policies: Json, path: str) -> None:
    (found,) = reported(policies)
    assert found.startswith(f"spec.network_policies.{path}: ")
