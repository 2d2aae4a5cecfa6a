"""Crossplane, KWOK, KEDA, and NATS as their projects publish them, in the versions that the playground builds."""

from tools.playground.kind.command import run
from tools.playground.kubectl import Kubectl
from tools.playground.parts.kwok import MANIFESTS
from tools.playground.product import NAMESPACE, TOOLS, pinned

FOLDER = TOOLS / "playground" / "kind"
_RELEASES = "https://github.com/{project}/releases/download/{version}/{file}"
_SECONDS = 600  # images are pulled


def install(kubectl: Kubectl, *, with_keda: bool) -> None:
    """Install them and wait until they run."""
    core = pinned("crossplane-core", "github.com/crossplane/crossplane/v2")
    chart = ("crossplane", "--repo=https://charts.crossplane.io/stable", f"--version={core.removeprefix('v')}")
    where = (f"--namespace={NAMESPACE}", "--create-namespace", f"--kubeconfig={kubectl.kubeconfig}")
    run("helm", "install", "crossplane", *chart, *where, "--wait", f"--timeout={_SECONDS}s")
    _apply(kubectl, kwok("kwok.yaml"))
    kubectl("wait", "crd/stages.kwok.x-k8s.io", "--for=condition=Established", "--timeout=60s")
    _apply(kubectl, kwok("stage-fast.yaml"), str(MANIFESTS / "pods.yaml"), str(MANIFESTS / "node.yaml"))
    _available(kubectl, "kube-system")
    if with_keda:
        _install_scaling(kubectl)


def _install_scaling(kubectl: Kubectl) -> None:
    _apply(kubectl, keda(), str(FOLDER / "nats.yaml"), str(FOLDER / "prometheus.yaml"))
    _available(kubectl, "keda")
    _available(kubectl, "monitoring")
    _wait(kubectl, "rollout", "status", "statefulset/nats", "--namespace=nats")


def keda() -> str:
    """Return the address of KEDA's manifest."""
    version = pinned("keda", "github.com/kedacore/keda/v2")
    return _RELEASES.format(project="kedacore/keda", version=version, file=f"keda-{version.removeprefix('v')}.yaml")


def kwok(file: str) -> str:
    """Return the address of a manifest of KWOK."""
    version = pinned("kwok", "sigs.k8s.io/kwok")
    return _RELEASES.format(project="kubernetes-sigs/kwok", version=version, file=file)


def _apply(kubectl: Kubectl, *places: str) -> None:
    for place in places:
        kubectl("apply", "--server-side", "--force-conflicts", "-f", place)


def _available(kubectl: Kubectl, namespace: str) -> None:
    _wait(kubectl, "wait", "deployment", "--all", "--for=condition=Available", f"--namespace={namespace}")


def _wait(kubectl: Kubectl, *arguments: str) -> None:
    kubectl(*arguments, f"--timeout={_SECONDS}s", seconds=_SECONDS + 10)
