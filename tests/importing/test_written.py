"""Objects of a cluster, as their manifests were written."""

from typing import Any

from function.base.manifest import Manifest, at
from function.importing.written import written
from tests.importing.objects import deployment, other, service

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
