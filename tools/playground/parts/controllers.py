"""kube-controller-manager and kube-scheduler."""

from tools.playground.cluster import Cluster
from tools.playground.parts import apiserver


def start(cluster: Cluster) -> None:
    """Start both, and wait until the controller manager has created a ServiceAccount."""
    kubeconfig = apiserver.inside(cluster)
    common = [
        f"--kubeconfig={kubeconfig}",
        f"--authentication-kubeconfig={kubeconfig}",
        f"--authorization-kubeconfig={kubeconfig}",
        "--leader-elect=false",
        "--bind-address=127.0.0.1",
        "--profiling=false",
    ]
    cluster.start(
        "kube-controller-manager",
        *common,
        f"--service-account-private-key-file={cluster.certificates.key('accounts')}",
        f"--root-ca-file={cluster.certificates.certificate('cluster')}",
        "--horizontal-pod-autoscaler-sync-period=5s",  # a third of the default
        "--horizontal-pod-autoscaler-downscale-stabilization=15s",  # instead of five minutes
    )
    cluster.start("kube-scheduler", *common)
    cluster.kubectl("wait", "--for=create", "serviceaccount/default", "--namespace=default", "--timeout=60s")
