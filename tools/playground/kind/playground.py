"""Start and stop a playground on kind."""

import shutil
import socket
import subprocess
from functools import partial
from pathlib import Path

from tools.playground import example, install, machine
from tools.playground.kind import parts, registry
from tools.playground.kind.command import run
from tools.playground.kubectl import Kubectl
from tools.playground.parts.nats import PORT
from tools.playground.problem import Problem
from tools.playground.product import ours_at
from tools.playground.say import say
from tools.playground.state import Facts, State

_NEEDED = {
    "docker": "https://docs.docker.com/engine/install",
    "kind": "https://kind.sigs.k8s.io",
    "kubectl": "https://kubernetes.io/docs/tasks/tools",
    "helm": "https://helm.sh",
    "go": "https://go.dev/dl",
}
_ADDRESS = "127.0.0.1"
_SECONDS = 600  # images are pulled


def up(state: State, scope: str, *, with_keda: bool) -> None:
    """Create a cluster, install the configuration, and apply an example; after a failure, nothing is left."""
    machine.require(_NEEDED)
    with state.locked():
        if state.facts() is not None:
            raise Problem(f"the playground {state.name} exists already. stop it: make playground-down KIND=1")
        if state.folder.exists():
            _remove(state)  # the remains of an interrupted start
        _check_port()
        state.folder.mkdir(parents=True, mode=0o700)
        try:
            _start(state, scope, with_keda=with_keda)
        except BaseException:
            _remove(state)
            raise


def down(state: State) -> None:
    """Delete the cluster and its registry; raises Problem if there is none."""
    if not state.folder.exists():
        raise Problem(f"there is no playground {state.name}")
    machine.require({name: _NEEDED[name] for name in ("docker", "kind")})
    with state.locked():
        _remove(state)


def status(state: State) -> None:
    """Print which pods run; raises Problem if there is no playground."""
    if not state.folder.exists():
        raise Problem(f"there is no playground {state.name}. start it: make playground KIND=1")
    say(_kubectl(state)("get", "pods", "--all-namespaces"))


def _check_port() -> None:
    """Raise Problem if the port that the node publishes is in use; docker reports it much later."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((_ADDRESS, PORT))
        except OSError:
            raise Problem(f"{_ADDRESS}:{PORT} is in use; NATS needs this port. stop the other program") from None


def _start(state: State, scope: str, *, with_keda: bool) -> None:
    kubectl = _kubectl(state)
    create = ("kind", "create", "cluster", f"--name={state.name}", f"--config={parts.FOLDER / 'cluster.yaml'}")
    run(*create, f"--kubeconfig={kubectl.kubeconfig}", "--wait=5m")
    node = f"{state.name}-control-plane"
    address = registry.start(_registry(state), node)
    registry.push(_registry(state), address, state.folder)
    parts.install(kubectl, with_keda=with_keda)
    install.apply(kubectl, scope, partial(ours_at, address))
    install.finish(kubectl, scope, seconds=_SECONDS)
    kubectl("cordon", node)  # from now on, pods go to KWOK's node
    example.apply(kubectl, f"nats://{_ADDRESS}:{PORT}" if with_keda else None, seconds=_SECONDS)
    state.complete(Facts(_ADDRESS, scope, with_keda))


def _remove(state: State) -> None:
    for command in (registry.remove(_registry(state)), ["kind", "delete", "cluster", f"--name={state.name}"]):
        subprocess.run(command, check=False)
    state.forget()


def _registry(state: State) -> str:
    return f"{state.name}-registry"


def _kubectl(state: State) -> Kubectl:
    return Kubectl(Path(shutil.which("kubectl") or "kubectl"), state.folder / "kubeconfig")
