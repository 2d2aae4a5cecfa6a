"""No pod is stopped when a claim switches autoscaling on, whoever delivers the Deployment."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from function.apis.event_driven_service.hand_over import KEY
from tests.e2e.cluster import READY_SECONDS, SERVICE, Scope, example, objects
from tests.e2e.settings import DELIVERIES, SETTINGS, composed_by, composition
from tools.playground.kubectl import Kubectl
from tools.playground.messages import publish
from tools.playground.parts.nats import add_consumers
from tools.playground.waiting import until

NAME, CONSUMER = "switched", "e2e-switched"
BEFORE = 4


def service(namespace: str, stream: str, **scaling: Any) -> dict[str, Any]:
    """Return a service with a stream of its own."""
    document = example("fixed-replicas", namespace)
    document["metadata"]["name"] = NAME
    document["spec"] |= {"nats": {"stream": stream, "consumer": CONSUMER}, "scaling": scaling}
    return document


@contextmanager
def history(kubectl: Kubectl, within: str) -> Iterator[list[str]]:
    """Yield a list that holds every number of replicas that the Deployment was given, once the block ends."""
    template = "--output=jsonpath={.spec.replicas}{'\\n'}"
    command = [str(kubectl.program), f"--kubeconfig={kubectl.kubeconfig}", "get", "deployment", NAME, within, "--watch"]
    numbers: list[str] = []
    with subprocess.Popen([*command, template], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        numbers.append(process.stdout.readline().strip())
        try:
            yield numbers
        finally:
            process.terminate()
            numbers += process.stdout.read().split()


def delivered(kubectl: Kubectl, scope: Scope, namespace: str) -> dict[str, Any]:
    """Return the Objects of the service by key."""
    annotation = "crossplane.io/composition-resource-name"
    return {item["metadata"]["annotations"][annotation]: item for item in objects(kubectl, scope, namespace)}


@pytest.mark.parametrize("delivery", DELIVERIES)
def test_no_pod_is_stopped_when_scaling_is_switched_on(
    kubectl: Kubectl, scope: Scope, namespace: str, nats: str, delivery: str
) -> None:
    within, stream = f"--namespace={namespace}", f"E2E_SWITCHED_{delivery}_{scope}"
    add_consumers(nats, [(stream, CONSUMER)])
    with composition(kubectl, "eventdrivenservice", f"e2e-{delivery}", SETTINGS[delivery]):

        def apply(**scaling: Any) -> None:
            kubectl.apply(composed_by(service(namespace, stream, **scaling), f"e2e-{delivery}", scope))

        apply(enabled=False, minReplicas=BEFORE)
        kubectl.wait(f"{SERVICE}/{NAME}", within, condition="condition=Operational", seconds=READY_SECONDS)
        with history(kubectl, within) as numbers:
            # the autoscaler wants what is there already, so it does not become an owner by itself
            apply(minReplicas=BEFORE, maxReplicas=10, lagThreshold=5, pollingInterval=5)
            kubectl.wait(f"{SERVICE}/{NAME}", within, condition="condition=AutoscalerReady", seconds=READY_SECONDS)
            until(lambda: KEY not in delivered(kubectl, scope, namespace), 60, "the second Object to go")
            if delivery != "direct":
                asked = delivered(kubectl, scope, namespace)["deployment"]["spec"]["forProvider"]["manifest"]
                assert "replicas" not in asked["spec"]
            hpa = f"hpa/keda-hpa-{NAME}-scaler"
            kubectl.wait(hpa, within, condition="condition=ScalingActive", seconds=READY_SECONDS)
            publish(nats, stream, 40)
            kubectl.wait(f"deployment/{NAME}", within, condition="jsonpath={.spec.replicas}=8", seconds=90)
        assert min(map(int, numbers)) == BEFORE, numbers
