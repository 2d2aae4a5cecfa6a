"""A replacement for Prometheus that answers every query with 0, for the triggers that query it."""

import json
import sys

from tools.playground.cluster import Cluster

_PORT = 9090
_ANSWER = {"status": "success", "data": {"resultType": "vector", "result": [{"metric": {}, "value": [0, "0"]}]}}


def start(cluster: Cluster) -> None:
    """Start it under the host name in the examples, and wait until it answers."""
    cluster.network.add_host("127.0.0.1", "prometheus.monitoring.svc")
    folder = cluster.data("prometheus")
    (cluster.data("prometheus", "api", "v1") / "query").write_text(json.dumps(_ANSWER))
    server = cluster.network.inside(sys.executable, "-m", "http.server", str(_PORT), "--directory", folder)
    cluster.processes.start("prometheus", server, cluster.environment({}))
    cluster.processes.ready("prometheus", lambda: cluster.answers(_PORT, "/api/v1/query?query=up"), 120)
