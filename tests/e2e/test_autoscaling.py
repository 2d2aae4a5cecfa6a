"""KEDA scales a service with the lag of a consumer on a real NATS server."""

from typing import Any

from tests.e2e.cluster import READY_SECONDS, SERVICE, example
from tools.playground.kubectl import Kubectl
from tools.playground.messages import consume, publish
from tools.playground.parts.nats import add_consumers

STREAM, CONSUMER = "E2E_JOBS", "e2e-workers"
AT_ONCE = {"lagThreshold": 5, "pollingInterval": 5, "scaleDownStabilizationSeconds": 0}


def worker(namespace: str, name: str, scaling: dict[str, Any], **source: str) -> dict[str, Any]:
    """Return a service that reads its own stream."""
    document = example("minimal", namespace)
    document["metadata"]["name"] = name
    document["spec"]["nats"] = {"stream": f"{STREAM}-{name}", "consumer": CONSUMER, **source}
    document["spec"]["scaling"] = AT_ONCE | scaling
    return document


def wait_for(kubectl: Kubectl, document: dict[str, Any], **expected: str) -> None:
    """Wait for the replicas of the service's Deployment and for the other values in its status."""
    name, within = document["metadata"]["name"], f"--namespace={document['metadata']['namespace']}"
    replicas = expected.pop("replicas")
    kubectl.wait(f"deployment/{name}", within, condition=f"jsonpath={{.spec.replicas}}={replicas}", seconds=60)
    for path, value in expected.items():
        condition = f"jsonpath={{.status.{path.replace('_', '.')}}}={value}"
        kubectl.wait(f"{SERVICE}/{name}", within, condition=condition, seconds=READY_SECONDS)


def condition_of(kubectl: Kubectl, document: dict[str, Any], condition: str) -> dict[str, Any]:
    """Return a condition of the service."""
    name, within = document["metadata"]["name"], f"--namespace={document['metadata']['namespace']}"
    conditions = kubectl.get(SERVICE, name, within)["status"]["conditions"]
    found: dict[str, Any] = next(item for item in conditions if item["type"] == condition)
    return found


def test_from_one_to_ten_and_back(kubectl: Kubectl, namespace: str, nats: str) -> None:
    service = worker(namespace, "busy", {"minReplicas": 1, "maxReplicas": 10})
    source = (service["spec"]["nats"]["stream"], CONSUMER)
    add_consumers(nats, [source])
    kubectl.apply(service)
    wait_for(kubectl, service, replicas="1", phase="Running", replicas_summary="1/1", scaling_range="1/10")
    publish(nats, source[0], 60)
    wait_for(kubectl, service, replicas="10", replicas_summary="10/10", phase="Running")
    consume(nats, *source, 60)
    wait_for(kubectl, service, replicas="1", replicas_summary="1/1", phase="Running")


def test_from_zero_and_back(kubectl: Kubectl, namespace: str, nats: str) -> None:
    service = worker(namespace, "seldom", {"minReplicas": 0, "maxReplicas": 4, "cooldownPeriod": 5})
    source = (service["spec"]["nats"]["stream"], CONSUMER)
    add_consumers(nats, [source])
    kubectl.apply(service)
    wait_for(kubectl, service, replicas="0", phase="Idle", scaling_state="idle")
    publish(nats, source[0], 15)
    wait_for(kubectl, service, replicas="3", replicas_summary="3/3", phase="Running")
    consume(nats, *source, 15)
    wait_for(kubectl, service, replicas="0", phase="Idle")


def test_a_wrong_account_is_reported_and_changes_no_replicas(kubectl: Kubectl, namespace: str, nats: str) -> None:
    service = worker(namespace, "astray", {"minReplicas": 1, "maxReplicas": 10}, account="$G")
    source = (service["spec"]["nats"]["stream"], CONSUMER)
    add_consumers(nats, [source])
    kubectl.apply(service)
    publish(nats, source[0], 15)
    wait_for(kubectl, service, replicas="3", replicas_summary="3/3", phase="Running")

    wrong = worker(namespace, "astray", {"minReplicas": 1, "maxReplicas": 10}, account="$SYS")
    kubectl.apply(wrong)
    scaler = f"hpa/keda-hpa-{wrong['metadata']['name']}-scaler"
    kubectl.wait(scaler, f"--namespace={namespace}", condition="condition=ScalingActive=False", seconds=90)
    wait_for(kubectl, wrong, replicas="3", phase="Degraded", scaling_state="error")
    found = condition_of(kubectl, wrong, "AutoscalerReady")
    assert found["reason"] == "AutoscalerError"
    assert all(word in found["message"] for word in (CONSUMER, source[0], "account $SYS"))
    wait_for(kubectl, wrong, replicas="3", replicas_summary="3/3")

    kubectl.apply(service)
    wait_for(kubectl, service, replicas="3", phase="Running", scaling_state="active")
