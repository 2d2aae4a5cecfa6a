"""KWOK: one node that simulates its pods; the tag of an image tells how they behave."""

from tools.playground.cluster import Cluster
from tools.playground.network import NODE
from tools.playground.parts import apiserver
from tools.playground.product import TOOLS

MANIFESTS = TOOLS / "playground" / "manifests"


def start(cluster: Cluster) -> None:
    """Start it, and wait for its node."""
    cluster.start(
        "kwok",
        f"--kubeconfig={apiserver.inside(cluster)}",
        f"--config={MANIFESTS / 'pods.yaml'}",
        "--manage-all-nodes=true",
        "--cidr=10.244.0.1/24",
        f"--node-ip={NODE}",
        "--node-lease-duration-seconds=40",
        "--server-address=127.0.0.1:10247",
    )
    cluster.kubectl.apply_files(MANIFESTS / "node.yaml")
    cluster.kubectl.wait("node/machine", condition="condition=Ready", seconds=60)
