"""Crossplane and its RBAC manager, each with the access rights of its own ServiceAccount."""

from tools.playground.cluster import Cluster
from tools.playground.parts import apiserver
from tools.playground.parts.kwok import MANIFESTS
from tools.playground.problem import Problem
from tools.playground.product import NAMESPACE
from tools.playground.waiting import until

_HEALTH = 18081
_RECONCILE_RATE = 10
"""With Crossplane's 100 at a time, two cores are so busy that it reads composites as they were before its own last
write, and writes their old conditions again. Each write is an event, which causes the next one."""
_SETTINGS = {
    "POD_NAMESPACE": NAMESPACE,
    "POD_SERVICE_ACCOUNT": "crossplane",
    "TLS_CA_SECRET_NAME": "crossplane-root-ca",
    "TLS_SERVER_SECRET_NAME": "crossplane-tls-server",
    "TLS_CLIENT_SECRET_NAME": "crossplane-tls-client",
    "WEBHOOK_SERVICE_NAME": "crossplane-webhooks",
    "WEBHOOK_SERVICE_NAMESPACE": NAMESPACE,
    "WEBHOOK_SERVICE_PORT": "9444",
}


def start(cluster: Cluster) -> None:
    """Create roles, CRDs, and certificates, start both, and wait until Crossplane is ready."""
    cluster.kubectl.apply_files(MANIFESTS / "crossplane.yaml")
    _wait_for_rights(cluster)
    settings = _SETTINGS | {"KUBECONFIG": str(apiserver.account(cluster, NAMESPACE, "crossplane"))}
    _init(cluster, settings)
    for side in ("server", "client"):
        folder = cluster.write_secret(NAMESPACE, f"crossplane-tls-{side}", cluster.data("crossplane-tls", side))
        settings[f"TLS_{side.upper()}_CERTS_DIR"] = str(folder)
    cluster.start(
        "crossplane-core",
        *("core", "start", "--webhook-port=9444", "--metrics-port=18080", f"--health-probe-port={_HEALTH}"),
        f"--max-reconcile-rate={_RECONCILE_RATE}",
        f"--xpkg-cache-dir={cluster.data('packages')}",
        f"--xfn-cache-dir={cluster.data('functions')}",
        environment=settings,
    )
    cluster.processes.ready("crossplane-core", lambda: cluster.answers(_HEALTH, "/readyz"), 120)
    _start_rbac_manager(cluster)


def _wait_for_rights(cluster: Cluster) -> None:
    """Wait until the controller manager has aggregated Crossplane's role."""
    account = f"--as=system:serviceaccount:{NAMESPACE}:crossplane"
    asked = ("auth", "can-i", "create", "customresourcedefinitions.apiextensions.k8s.io", account, "--quiet")
    until(lambda: cluster.kubectl.succeeds(*asked), 30, "the role of Crossplane to be aggregated")


def _init(cluster: Cluster, settings: dict[str, str]) -> None:
    """Create CRDs and certificates; like a pod, it starts again if its CRDs are not yet established."""
    files = cluster.programs["crossplane-files"] / "cluster"
    paths = {"CRDS_PATH": str(files / "crds"), "WEBHOOK_CONFIGS_PATH": str(files / "webhookconfigurations")}

    def succeeds() -> bool:
        try:
            cluster.run(
                cluster.programs["crossplane-core"], "core", "init", "--activation=*", environment=settings | paths
            )
        except Problem as problem:
            if "no matches for kind" in str(problem):
                return False
            raise
        return True

    until(succeeds, 30, "Crossplane's own CRDs")


def _start_rbac_manager(cluster: Cluster) -> None:
    settings = {"KUBECONFIG": str(apiserver.account(cluster, NAMESPACE, "rbac-manager"))}
    program = cluster.programs["crossplane-core"]
    cluster.run(program, "rbac", "init", environment=settings)
    command = cluster.network.inside(
        *(program, "rbac", "start", "--provider-clusterrole=crossplane:allowed-provider-permissions")
    )
    cluster.processes.start("rbac-manager", command, cluster.environment(settings))
