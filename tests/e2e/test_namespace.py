"""A namespace is deleted with a service in it, which nobody deleted before."""

from tests.e2e.cluster import GONE_SECONDS, READY_SECONDS, SERVICE, Scope, example, objects
from tools.playground.kubectl import Kubectl
from tools.playground.parts.nats import add_consumers
from tools.playground.waiting import until


def test_nothing_of_its_service_outlives_it(kubectl: Kubectl, scope: Scope, nats: str) -> None:
    namespace = "e2e-doomed"
    service = example("minimal", namespace)
    add_consumers(nats, [(service["spec"]["nats"]["stream"], service["spec"]["nats"]["consumer"])])
    kubectl("create", "namespace", namespace)
    kubectl.apply(service)
    name, within = f"{SERVICE}/{service['metadata']['name']}", f"--namespace={namespace}"
    kubectl.wait(name, within, condition="condition=Operational", seconds=READY_SECONDS)

    limit = f"--timeout={GONE_SECONDS}s"
    kubectl("delete", "namespace", namespace, limit, seconds=GONE_SECONDS + 10)
    until(lambda: not objects(kubectl, scope, namespace), GONE_SECONDS, "the Objects to go")
    if scope == "claims":
        composites = kubectl.get("composite")["items"]
        assert [item for item in composites if item["spec"]["claimRef"]["namespace"] == namespace] == []
