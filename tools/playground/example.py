"""The service that a new playground runs."""

from typing import Any

import yaml

from tools.playground.kubectl import Kubectl
from tools.playground.parts.nats import add_consumers
from tools.playground.product import EXAMPLE, EXAMPLE_WITHOUT_KEDA


def apply(kubectl: Kubectl, nats: str | None, *, seconds: float) -> None:
    """Apply it and wait until it is Operational; without the address of NATS, it is one that does not scale."""
    path = EXAMPLE if nats else EXAMPLE_WITHOUT_KEDA
    document: dict[str, Any] = yaml.safe_load(path.read_text())
    namespace, name = document["metadata"]["namespace"], document["metadata"]["name"]
    stream = document["spec"]["nats"]
    if nats:
        add_consumers(nats, [(stream["stream"], stream["consumer"])])
    kubectl.apply({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": namespace}})
    kubectl("apply", "-f", path)
    service = f"eventdrivenservice.platform.bizmatters.io/{name}"
    kubectl.wait(service, f"--namespace={namespace}", condition="condition=Operational", seconds=seconds)
