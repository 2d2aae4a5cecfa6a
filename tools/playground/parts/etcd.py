"""etcd, a single server without durable writes."""

from tools.playground.cluster import Cluster

URL = "http://127.0.0.1:2379"
_PEERS = "http://127.0.0.1:2380"


def start(cluster: Cluster) -> None:
    """Start it; the API server waits for it."""
    cluster.start(
        "etcd",
        f"--data-dir={cluster.data('etcd')}",
        f"--listen-client-urls={URL}",
        f"--advertise-client-urls={URL}",
        f"--listen-peer-urls={_PEERS}",
        f"--initial-advertise-peer-urls={_PEERS}",
        f"--initial-cluster=default={_PEERS}",
        "--unsafe-no-fsync",
        "--log-level=warn",
    )
