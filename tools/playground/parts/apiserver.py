"""kube-apiserver, with the certificates and kubeconfig files of Kubernetes."""

from pathlib import Path

from tools.playground import kubeconfig
from tools.playground.cluster import Cluster
from tools.playground.network import NODE, SERVICES
from tools.playground.parts import etcd

PORT = 6443
_ISSUER = "https://kubernetes.default.svc.cluster.local"
_COLLECTION = {"GOGC": "400", "GOMEMLIMIT": "2GiB"}
"""It uses most of the CPU, and by default a quarter of that is garbage collection, until it has that much memory."""
_NAMES = ["DNS:localhost", "DNS:kubernetes.default.svc", "IP:127.0.0.1", "IP:10.96.0.1", f"IP:{NODE}"]


def start(cluster: Cluster) -> None:
    """Start it, and wait until it answers."""
    _certificates(cluster)
    certificates = cluster.certificates
    authority, front = certificates.certificate("cluster"), certificates.certificate("front-proxy-authority")
    cluster.start(
        "kube-apiserver",
        f"--etcd-servers={etcd.URL}",
        f"--secure-port={PORT}",
        f"--advertise-address={NODE}",
        f"--service-cluster-ip-range={SERVICES}",
        "--endpoint-reconciler-type=none",  # nothing uses the endpoints of the API server
        f"--tls-cert-file={certificates.certificate('apiserver')}",
        f"--tls-private-key-file={certificates.key('apiserver')}",
        f"--client-ca-file={authority}",
        f"--service-account-issuer={_ISSUER}",
        f"--service-account-key-file={certificates.certificate('accounts')}",
        f"--service-account-signing-key-file={certificates.key('accounts')}",
        f"--requestheader-client-ca-file={front}",
        "--requestheader-allowed-names=front-proxy",
        "--requestheader-extra-headers-prefix=X-Remote-Extra-",
        "--requestheader-group-headers=X-Remote-Group",
        "--requestheader-username-headers=X-Remote-User",
        f"--proxy-client-cert-file={certificates.certificate('front-proxy')}",
        f"--proxy-client-key-file={certificates.key('front-proxy')}",
        "--authorization-mode=RBAC",
        "--profiling=false",
        environment=_COLLECTION,
    )
    cluster.processes.ready("kube-apiserver", lambda: cluster.kubectl.succeeds("get", "--raw", "/readyz"), 120)


def account(cluster: Cluster, namespace: str, name: str) -> Path:
    """Return a new kubeconfig of a ServiceAccount, for a process in the network."""
    token = cluster.kubectl("create", "token", name, "--namespace", namespace, "--duration=8760h").strip()
    authority = cluster.certificates.certificate("cluster")
    content = kubeconfig.service_account(f"https://127.0.0.1:{PORT}", authority, token)
    return kubeconfig.write(cluster.folder / f"kubeconfig-{name}", content)


def _certificates(cluster: Cluster) -> None:
    certificates = cluster.certificates
    for authority in ("cluster", "front-proxy-authority", "accounts"):
        certificates.authority(authority)
    certificates.issue("apiserver", "cluster", "/CN=kube-apiserver", "serverAuth", [*_NAMES, f"IP:{cluster.address}"])
    certificates.issue("admin", "cluster", "/O=system:masters/CN=admin", "clientAuth")
    certificates.issue("front-proxy", "front-proxy-authority", "/CN=front-proxy", "clientAuth")
    for path, host in ((cluster.kubectl.kubeconfig, cluster.address), (inside(cluster), "127.0.0.1")):
        files = (certificates.certificate("cluster"), certificates.certificate("admin"), certificates.key("admin"))
        kubeconfig.write(path, kubeconfig.administrator(f"https://{host}:{PORT}", *files))


def inside(cluster: Cluster) -> Path:
    """Return the administrator's kubeconfig for a process in the network."""
    return cluster.folder / "kubeconfig-inside"
