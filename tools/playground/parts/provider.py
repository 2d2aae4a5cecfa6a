"""provider-kubernetes: its package in the registry, and its process."""

import subprocess
from pathlib import Path

from tools.playground.cluster import Cluster
from tools.playground.network import NODE, PROVIDER_LINK
from tools.playground.parts import apiserver, registry
from tools.playground.product import NAMESPACE, PROVIDER, PROVIDER_ACCOUNT, PROVIDER_REPOSITORY, pinned

_HEALTH = 8081
# Mounts the ServiceAccount as in a pod, in the mount namespace that `ip netns exec` creates.
_AS_POD = """mount -t tmpfs none /run && mkdir -p /run/secrets/kubernetes.io/serviceaccount &&
mount --bind "$0" /run/secrets/kubernetes.io/serviceaccount && exec "$@" """


def push(cluster: Cluster) -> None:
    """Build the package from the files of the pinned version, without an image, and push it."""
    package = cluster.data() / "provider.xpkg"
    root = cluster.programs["provider-files"] / "package"
    cluster.run(cluster.programs["crossplane"], "xpkg", "build", "--package-root", root, "--package-file", package)
    version = pinned("provider-kubernetes", "github.com/crossplane-contrib/provider-kubernetes")
    registry.push(cluster, str(package), f"{PROVIDER_REPOSITORY}:{version}")


def start(cluster: Cluster) -> None:
    """Wait until Crossplane has installed the package, and start the process with the ServiceAccount of its pod."""
    kubectl, namespace = cluster.kubectl, f"--namespace={NAMESPACE}"
    for made in (f"service/{PROVIDER}", f"serviceaccount/{PROVIDER_ACCOUNT}"):
        kubectl("wait", "--for=create", made, namespace, "--timeout=60s")
    kubectl.wait(f"secret/{PROVIDER}-tls-server", namespace, condition="jsonpath={.data.tls\\.crt}", seconds=60)
    cluster.network.send_to_provider(kubectl.get("service", PROVIDER, namespace)["spec"]["clusterIP"])
    certificates = cluster.write_secret(NAMESPACE, f"{PROVIDER}-tls-server", cluster.data("provider-tls"))
    environment = {
        "KUBERNETES_SERVICE_HOST": NODE,
        "KUBERNETES_SERVICE_PORT": str(apiserver.PORT),
        "TLS_SERVER_CERTS_DIR": str(certificates),
    }
    command = cluster.network.inside_provider(
        *(
            "sh",
            "-c",
            _AS_POD,
            _account(cluster),
            cluster.programs["provider-kubernetes"],
            "--poll=1m",
            "--enable-watches",
        )
    )
    cluster.processes.start("provider-kubernetes", command, cluster.environment(environment))
    kubectl.wait(f"provider.pkg.crossplane.io/{PROVIDER}", condition="condition=Healthy", seconds=60)
    cluster.processes.ready("provider-kubernetes", lambda: _ready(cluster), 120)


def _account(cluster: Cluster) -> Path:
    folder = cluster.data("provider-account")
    (folder / "ca.crt").write_bytes(cluster.certificates.certificate("cluster").read_bytes())
    (folder / "namespace").write_text(NAMESPACE)
    duration = "--duration=8760h"
    token = cluster.kubectl("create", "token", PROVIDER_ACCOUNT, f"--namespace={NAMESPACE}", duration)
    (folder / "token").write_text(token.strip())
    return folder


def _ready(cluster: Cluster) -> bool:
    """Return whether its probe answers; this machine has no address in its namespace."""
    request = "printf 'GET /readyz HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q ' 200 ' <&3"
    probe = f"exec 3<>/dev/tcp/{PROVIDER_LINK[1]}/{_HEALTH} && {request}"
    return subprocess.run(cluster.network.inside("bash", "-c", probe), capture_output=True, check=False).returncode == 0
