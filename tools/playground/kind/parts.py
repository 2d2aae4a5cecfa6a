"""Crossplane, KEDA, NATS and KWOK, as their projects publish them, in the versions that the playground builds."""

from tools.playground.kind.command import run
from tools.playground.kubectl import Kubectl
from tools.playground.parts.kwok import MANIFESTS
from tools.playground.product import NAMESPACE, TOOLS, pinned

FOLDER = TOOLS / "playground" / "kind"
_RELEASES = "https://github.com/{project}/releases/download/{version}/{file}"
_SECONDS = 600  # images are pulled


def install(kubectl: Kubectl) -> None:
    """Install them and wait until they run."""
    core = pinned("crossplane-core", "github.com/crossplane/crossplane/v2")
    chart = ("crossplane", "--repo=https://charts.crossplane.io/stable", f"--version={core.removeprefix('v')}")
    where = (f"--namespace={NAMESPACE}", "--create-namespace", f"--kubeconfig={kubectl.kubeconfig}")
    run("helm", "install", "crossplane", *chart, *where, "--wait", f"--timeout={_SECONDS}s")
    _apply(kubectl, keda(), kwok("kwok.yaml"), str(FOLDER / "nats.yaml"), str(FOLDER / "prometheus.yaml"))
    kubectl("wait", "crd/stages.kwok.x-k8s.io", "--for=condition=Established", "--timeout=60s")
    _apply(kubectl, kwok("stage-fast.yaml"), str(MANIFESTS / "pods.yaml"), str(MANIFESTS / "node.yaml"))
    for namespace in ("keda", "monitoring", "kube-system"):
        _wait(kubectl, "wait", "deployment", "--all", "--for=condition=Available", f"--namespace={namespace}")
    _wait(kubectl, "rollout", "status", "statefulset/nats", "--namespace=nats")


def keda() -> str:
    """Return where KEDA's manifest is."""
    version = pinned("keda", "github.com/kedacore/keda/v2")
    return _RELEASES.format(project="kedacore/keda", version=version, file=f"keda-{version.removeprefix('v')}.yaml")


def kwok(file: str) -> str:
    """Return where a manifest of KWOK is."""
    version = pinned("kwok", "sigs.k8s.io/kwok")
    return _RELEASES.format(project="kubernetes-sigs/kwok", version=version, file=file)


def _apply(kubectl: Kubectl, *places: str) -> None:
    for place in places:
        kubectl("apply", "--server-side", "--force-conflicts", "-f", place)


def _wait(kubectl: Kubectl, *arguments: str) -> None:
    kubectl(*arguments, f"--timeout={_SECONDS}s", seconds=_SECONDS + 10)
