"""Objects of a cluster, as their manifests were written."""

from typing import Any

import pytest

from function.base.manifest import Manifest, at
from function.importing.written import written
from tests.importing.objects import deployment, other, scaled_object, service

LAST = "kubectl.kubernetes.io/last-applied-configuration"


def test_what_a_cluster_adds_is_left_out() -> None:
    seen: dict[str, Any] = deployment(
        replicas=1,
        strategy={"type": "RollingUpdate", "rollingUpdate": {"maxSurge": "25%", "maxUnavailable": "25%"}},
        progressDeadlineSeconds=600,
        revisionHistoryLimit=10,
        pod={"restartPolicy": "Always", "serviceAccount": "a", "serviceAccountName": "a", "securityContext": {}},
    )
    seen["metadata"] |= {"uid": "1", "managedFields": [], "annotations": {LAST: "{}"}, "creationTimestamp": None}
    seen["status"] = {"replicas": 1}
    seen["spec"]["template"]["metadata"]["creationTimestamp"] = None
    plain = deployment(replicas=1, pod={"serviceAccountName": "a"})
    assert written("Deployment", seen) == written("Deployment", plain)
    assert "status" not in written("Deployment", seen)
    assert written("Deployment", seen)["metadata"] == {"name": "web", "namespace": "shop"}


@pytest.mark.parametrize(
    "strategy",
    [
        {},
        {"type": "RollingUpdate"},
        {"type": "RollingUpdate", "rollingUpdate": {}},
        {"type": "RollingUpdate", "rollingUpdate": None},
        {"rollingUpdate": {"maxSurge": "25%"}},
    ],
)
def test_a_strategy_that_is_the_default_is_left_out(strategy: Manifest) -> None:
    assert written("Deployment", deployment(strategy=strategy)) == written("Deployment", deployment())


def test_another_strategy_stays() -> None:
    other_type = written("Deployment", deployment(strategy={"type": "Recreate"}))
    assert at(other_type, "spec", "strategy") == {"type": "Recreate"}
    surge = written("Deployment", deployment(strategy={"rollingUpdate": {"maxSurge": 1}}))
    assert at(surge, "spec", "strategy", "rollingUpdate") == {"maxSurge": 1, "maxUnavailable": "25%"}


def test_the_address_of_a_service_is_left_out() -> None:
    seen = service(clusterIP="10.0.0.1", clusterIPs=["10.0.0.1"], ipFamilies=["IPv4"], ipFamilyPolicy="SingleStack")
    assert written("Service", seen) == written("Service", service())


def test_a_headless_service_stays_one() -> None:
    assert at(written("Service", service(clusterIP="None")), "spec", "clusterIP") == "None"


def test_what_differs_from_a_default_stays() -> None:
    assert at(written("Deployment", deployment(replicas=3)), "spec", "replicas") == 3
    recreate = written("Deployment", deployment(strategy={"type": "Recreate"}))
    assert at(recreate, "spec", "strategy", "type") == "Recreate"
    dual = written("Service", service(ipFamilyPolicy="PreferDualStack"))
    assert at(dual, "spec", "ipFamilyPolicy") == "PreferDualStack"


def test_own_annotations_stay() -> None:
    manifest: Manifest = {
        **other("v1", "ServiceAccount"),
        "metadata": {"name": "a", "annotations": {"b": "c", LAST: ""}},
    }
    assert written("ServiceAccount", manifest)["metadata"] == {"name": "a", "annotations": {"b": "c"}}


def test_any_shape_is_taken() -> None:
    odd: list[Manifest] = [{}, {"metadata": 1, "spec": []}, {"spec": {"template": {"metadata": 1}}}]
    assert all(isinstance(written("Deployment", value), dict) for value in odd)


def test_the_old_name_of_the_account_is_the_same_field() -> None:
    assert written("Deployment", deployment(pod={"serviceAccount": "a"})) == written(
        "Deployment", deployment(pod={"serviceAccountName": "a"})
    )
    both = written("Deployment", deployment(pod={"serviceAccount": "a", "serviceAccountName": "b"}))
    assert at(both, "spec", "template", "spec", "serviceAccountName") == "b"


def test_owners_and_finalizers_of_the_user_stay() -> None:
    owner: Manifest = {"kind": "App", "name": "shop"}
    manifest: Manifest = {
        **scaled_object(),
        "metadata": {"name": "a", "ownerReferences": [owner], "finalizers": ["finalizer.keda.sh", "example.org/keep"]},
    }
    metadata = {"name": "a", "ownerReferences": [owner], "finalizers": ["example.org/keep"]}
    assert written("ScaledObject", manifest)["metadata"] == metadata
    manifest["metadata"] = {"name": "a", "finalizers": ["finalizer.keda.sh"]}
    assert written("ScaledObject", manifest)["metadata"] == {"name": "a"}


def test_the_type_in_the_metadata_of_a_trigger_is_that_of_its_metric() -> None:
    old: Manifest = {"type": "cpu", "metadata": {"type": "Utilization", "value": "60"}}
    new: Manifest = {"type": "cpu", "metricType": "Utilization", "metadata": {"value": "60"}}
    other_type: Manifest = {"type": "x", "metadata": {"type": "y"}}
    found = written("ScaledObject", scaled_object(triggers=[old, other_type]))
    assert at(found, "spec", "triggers") == [new, other_type]
