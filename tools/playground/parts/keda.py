"""KEDA: its operator, the metrics adapter for the autoscaler, and the admission webhooks."""

import base64
import json
from typing import Any

import yaml

from tools.playground.cluster import Cluster
from tools.playground.parts import apiserver
from tools.playground.parts.kwok import MANIFESTS

_NAMES = ["DNS:localhost", "DNS:keda-operator-metrics-apiserver.keda.svc", "DNS:keda-admission-webhooks.keda.svc"]
_METRICS_SERVICE = 9666
_OPERATOR_HEALTH = 18083
_WEBHOOKS_HEALTH = 18086
_WEBHOOKS = 9445


def start(cluster: Cluster) -> None:
    """Start all three, and wait until the autoscaler can read metrics."""
    files = cluster.programs["keda-files"] / "config"
    cluster.kubectl.apply_files(files / "crd" / "bases", MANIFESTS / "keda.yaml")
    folder = cluster.data("keda-tls")
    cluster.certificates.issue("keda", "cluster", "/CN=keda", "serverAuth,clientAuth", _NAMES)
    (folder / "tls.crt").write_bytes(cluster.certificates.certificate("keda").read_bytes())
    (folder / "tls.key").write_bytes(cluster.certificates.key("keda").read_bytes())
    (folder / "ca.crt").write_bytes(cluster.certificates.certificate("cluster").read_bytes())
    _start_operator(cluster)
    _start_adapter(cluster)
    _start_webhooks(cluster)


def _settings(cluster: Cluster) -> dict[str, str]:
    return {
        "KUBECONFIG": str(apiserver.inside(cluster)),
        "POD_NAMESPACE": "keda",
        "KEDA_CLUSTER_OBJECT_NAMESPACE": "keda",
        "WATCH_NAMESPACE": "",  # all
    }


def _start_operator(cluster: Cluster) -> None:
    cluster.start(
        "keda-operator",
        f"--cert-dir={cluster.data('keda-tls')}",
        "--metrics-bind-address=127.0.0.1:18082",
        f"--health-probe-bind-address=0.0.0.0:{_OPERATOR_HEALTH}",
        f"--metrics-service-bind-address=127.0.0.1:{_METRICS_SERVICE}",
        environment=_settings(cluster),
    )
    cluster.processes.ready("keda-operator", lambda: cluster.answers(_OPERATOR_HEALTH, "/readyz"), 120)


def _start_adapter(cluster: Cluster) -> None:
    folder, kubeconfig = cluster.data("keda-tls"), apiserver.inside(cluster)
    cluster.start(
        "keda-adapter",
        "--secure-port=7443",
        "--port=18084",
        f"--cert-dir={folder}",
        f"--tls-cert-file={folder / 'tls.crt'}",
        f"--tls-private-key-file={folder / 'tls.key'}",
        f"--client-ca-file={folder / 'ca.crt'}",
        f"--metrics-service-address=localhost:{_METRICS_SERVICE}",
        f"--lister-kubeconfig={kubeconfig}",
        f"--authentication-kubeconfig={kubeconfig}",
        f"--authorization-kubeconfig={kubeconfig}",
        environment=_settings(cluster),
    )
    name = "v1beta1.external.metrics.k8s.io"
    bundle = json.dumps({"spec": {"caBundle": _authority(cluster)}})
    cluster.kubectl("patch", "apiservice", name, "--type=merge", "--patch", bundle)
    cluster.kubectl.wait(f"apiservice/{name}", condition="condition=Available", seconds=90)


def _start_webhooks(cluster: Cluster) -> None:
    cluster.start(
        "keda-webhooks",
        f"--cert-dir={cluster.data('keda-tls')}",
        f"--port={_WEBHOOKS}",
        "--metrics-bind-address=127.0.0.1:18085",
        f"--health-probe-bind-address=0.0.0.0:{_WEBHOOKS_HEALTH}",
        environment=_settings(cluster),
    )
    cluster.processes.ready("keda-webhooks", lambda: cluster.answers(_WEBHOOKS_HEALTH, "/readyz"), 120)
    path = cluster.programs["keda-files"] / "config" / "webhooks" / "validation_webhooks.yaml"
    configuration: dict[str, Any] = yaml.safe_load(path.read_text())
    for webhook in configuration["webhooks"]:
        client = webhook["clientConfig"]
        client["caBundle"] = _authority(cluster)
        client["service"]["port"] = _WEBHOOKS
    cluster.kubectl.apply(configuration)


def _authority(cluster: Cluster) -> str:
    return base64.b64encode(cluster.certificates.certificate("cluster").read_bytes()).decode()
