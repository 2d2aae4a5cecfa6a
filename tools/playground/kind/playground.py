"""Start and stop a playground on kind."""

import shutil
import subprocess
from functools import partial
from pathlib import Path

from tools.playground import example, install
from tools.playground.kind import parts, registry
from tools.playground.kind.command import run
from tools.playground.kubectl import Kubectl
from tools.playground.problem import Problem
from tools.playground.product import ours_at
from tools.playground.say import say
from tools.playground.state import State

_NEEDED = {
    "docker": "https://docs.docker.com/engine/install",
    "kind": "https://kind.sigs.k8s.io",
    "kubectl": "https://kubernetes.io/docs/tasks/tools",
    "helm": "https://helm.sh",
    "go": "https://go.dev/dl",
}
_NATS = "nats://127.0.0.1:4222"
_SECONDS = 600  # images are pulled


def up(state: State, scope: str) -> None:
    """Make a cluster with all parts, install the configuration and apply an example; if that fails nothing is left."""
    for program, source in _NEEDED.items():
        if shutil.which(program) is None:
            raise Problem(f"needs the program {program}: {source}")
    with state.locked():
        if state.folder.exists():
            raise Problem(f"the playground {state.name} is there already. see make playground-down")
        state.folder.mkdir(parents=True, mode=0o700)
        try:
            _start(state, scope)
        except BaseException:
            _remove(state)
            raise


def down(state: State) -> None:
    """Remove the cluster and its registry; raises Problem if there is none."""
    with state.locked():
        if not state.folder.exists():
            raise Problem(f"there is no playground {state.name}")
        _remove(state)


def status(state: State) -> None:
    """Print what runs; raises Problem if the playground is not there."""
    if not state.folder.exists():
        raise Problem(f"there is no playground {state.name}. start it: make playground KIND=1")
    say(_kubectl(state)("get", "pods", "--all-namespaces"))


def _start(state: State, scope: str) -> None:
    kubectl = _kubectl(state)
    create = ("kind", "create", "cluster", f"--name={state.name}", f"--config={parts.FOLDER / 'cluster.yaml'}")
    run(*create, f"--kubeconfig={kubectl.kubeconfig}", "--wait=5m")
    node = f"{state.name}-control-plane"
    address = registry.start(_registry(state), node)
    registry.push(_registry(state), address, state.folder)
    parts.install(kubectl)
    install.apply(kubectl, scope, partial(ours_at, address))
    install.finish(kubectl, scope, seconds=_SECONDS)
    kubectl("cordon", node)  # what comes now is for KWOK's node
    example.apply(kubectl, _NATS, seconds=_SECONDS)


def _remove(state: State) -> None:
    for command in (registry.remove(_registry(state)), ["kind", "delete", "cluster", f"--name={state.name}"]):
        subprocess.run(command, check=False)
    state.forget()


def _registry(state: State) -> str:
    return f"{state.name}-registry"


def _kubectl(state: State) -> Kubectl:
    return Kubectl(Path(shutil.which("kubectl") or "kubectl"), state.folder / "kubeconfig")
