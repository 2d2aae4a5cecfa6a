"""A namespace is deleted while it contains a service."""

from tests.e2e.cluster import GONE_SECONDS, READY_SECONDS, SERVICE, Scope, example, objects, unused_name
from tools.playground.kubectl import Kubectl
from tools.playground.parts.nats import add_consumers
from tools.playground.waiting import until


def test_its_service_is_deleted_with_it(kubectl: Kubectl, scope: Scope, nats: str) -> None:
    namespace = unused_name()
    service = example("minimal", namespace)
    add_consumers(nats, [(service["spec"]["nats"]["stream"], service["spec"]["nats"]["consumer"])])
    kubectl("create", "namespace", namespace)
    kubectl.apply(service)
    name, within = f"{SERVICE}/{service['metadata']['name']}", f"--namespace={namespace}"
    kubectl.wait(name, within, condition="condition=Operational", seconds=READY_SECONDS)

    limit = f"--timeout={GONE_SECONDS}s"
    kubectl("delete", "namespace", namespace, limit, seconds=GONE_SECONDS + 10)
    until(lambda: not objects(kubectl, scope, namespace), GONE_SECONDS, "the Objects to be deleted")
    if scope == "claims":
        composites = kubectl.get("composite")["items"]
        assert [item for item in composites if item["spec"]["claimRef"]["namespace"] == namespace] == []
