"""The one service that a new playground runs."""

from typing import Any

import yaml

from tools.playground.cluster import Cluster
from tools.playground.parts import nats
from tools.playground.product import EXAMPLE, EXAMPLE_WITHOUT_KEDA


def apply(cluster: Cluster, *, keda: bool) -> str:
    """Apply it in its namespace, wait until it is Operational, and return "NAMESPACE/NAME"."""
    path = EXAMPLE if keda else EXAMPLE_WITHOUT_KEDA
    document: dict[str, Any] = yaml.safe_load(path.read_text())
    namespace, name = document["metadata"]["namespace"], document["metadata"]["name"]
    stream = document["spec"]["nats"]
    if keda:
        nats.add_consumers(nats.url(cluster), [(stream["stream"], stream["consumer"])])
    cluster.kubectl.apply({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": namespace}})
    cluster.kubectl("apply", "-f", path)
    service = f"eventdrivenservice.platform.bizmatters.io/{name}"
    cluster.kubectl.wait(service, f"--namespace={namespace}", condition="condition=Operational", seconds=150)
    return f"{namespace}/{name}"
