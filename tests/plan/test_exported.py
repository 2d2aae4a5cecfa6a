"""Of a live object, only what was asked for or will be asked for counts."""

from function.base.manifest import Manifest
from function.plan.exported import as_composed

LIVE: Manifest = {
    "apiVersion": "v1",
    "kind": "Service",
    "metadata": {"name": "a", "namespace": "n", "uid": "1", "labels": {"x": "1", "crossplane.io/composite": "a"}},
    "spec": {
        "clusterIP": "10.0.0.1",
        "ports": [{"port": 80, "protocol": "TCP", "nodePort": 3}, {"port": 81, "protocol": "TCP"}],
        "type": "ClusterIP",
    },
    "status": {"loadBalancer": {}},
}
SHAPE: Manifest = {
    "apiVersion": "v1",
    "kind": "Service",
    "metadata": {"name": "a", "namespace": "n", "labels": {"x": "2"}},
    "spec": {"ports": [{"port": 8080}]},
}


def test_defaults_and_fields_of_others_are_left_out() -> None:
    assert as_composed({"k": LIVE}, {"k": SHAPE})["k"] == {
        "apiVersion": "v1",
        "kind": "Service",
        "metadata": {"name": "a", "namespace": "n", "labels": {"x": "1"}},
        "spec": {"ports": [{"port": 80}, {"port": 81, "protocol": "TCP"}]},
    }


def test_a_field_counts_if_either_version_has_it() -> None:
    other: Manifest = {**SHAPE, "spec": {"type": "NodePort"}}
    spec = as_composed({"k": LIVE}, {"k": SHAPE}, {"k": other})["k"]["spec"]
    assert isinstance(spec, dict)
    assert sorted(spec) == ["ports", "type"]


def test_without_a_counterpart_all_but_the_status_counts() -> None:
    found = as_composed({"k": LIVE}, {"other": SHAPE})["k"]
    assert "status" not in found
    assert found["spec"] == LIVE["spec"]
    assert found["metadata"] == LIVE["metadata"]


def test_an_object_contains_what_was_asked_for() -> None:
    wrapped: Manifest = {
        "apiVersion": "kubernetes.m.crossplane.io/v1alpha1",
        "kind": "Object",
        "spec": {"forProvider": {"manifest": LIVE}},
    }
    assert as_composed({"k": wrapped}, {"k": SHAPE}) == {"k": wrapped}


def test_a_value_of_another_type_than_in_the_shape_is_left_as_it_is() -> None:
    assert as_composed({"k": {**LIVE, "spec": [1]}}, {"k": SHAPE})["k"]["spec"] == [1]
