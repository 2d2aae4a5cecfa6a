"""A service without an autoscaler is created, edited, and deleted."""

from tests.e2e.cluster import GONE_SECONDS, READY_SECONDS, SERVICE, Scope, example, objects
from tools.playground.kubectl import Kubectl
from tools.playground.waiting import until

NAME = "steady-worker"
MEMORY = "{.spec.template.spec.containers[0].resources.limits.memory}"


def test_a_service_is_created_edited_and_deleted(kubectl: Kubectl, scope: Scope, namespace: str) -> None:
    within = f"--namespace={namespace}"
    kubectl.apply(example("fixed-replicas", namespace))
    kubectl.wait(f"{SERVICE}/{NAME}", within, condition="condition=Operational", seconds=READY_SECONDS)
    kubectl.wait(f"{SERVICE}/{NAME}", within, condition="condition=Ready", seconds=READY_SECONDS)
    assert kubectl.get("deployment", NAME, within)["status"]["availableReplicas"] == 2
    for kind in ("service", "serviceaccount"):
        kubectl("get", kind, NAME, within)

    kubectl("patch", SERVICE, NAME, within, "--type=merge", "--patch", '{"spec":{"size":"medium"}}')
    kubectl.wait(f"deployment/{NAME}", within, condition=f"jsonpath={MEMORY}=4Gi", seconds=60)
    kubectl.wait(f"{SERVICE}/{NAME}", within, condition="condition=Operational", seconds=READY_SECONDS)

    kubectl("delete", SERVICE, NAME, within, f"--timeout={GONE_SECONDS}s")
    until(lambda: not objects(kubectl, scope, namespace), GONE_SECONDS, "the Objects to be deleted")
    kubectl("wait", "--for=delete", f"deployment/{NAME}", f"service/{NAME}", within, f"--timeout={GONE_SECONDS}s")
