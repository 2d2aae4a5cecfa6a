"""An OCI registry on a loopback address, which Crossplane and its CLI reach by plain HTTP."""

from tools.playground.cluster import Cluster
from tools.playground.product import REGISTRY


def start(cluster: Cluster) -> None:
    """Start it, and wait until it answers. Manifests are in memory: a restart loses the pushed packages."""
    port = REGISTRY.rpartition(":")[2]
    cluster.start("crane", "registry", "serve", f"--address=0.0.0.0:{port}", f"--disk={cluster.data('registry')}")
    cluster.processes.ready("crane", lambda: cluster.answers(int(port), "/v2/"), 120)


def push(cluster: Cluster, package: str, reference: str) -> None:
    """Push a package file."""
    cluster.run(cluster.programs["crossplane"], "xpkg", "push", "-f", package, reference)
