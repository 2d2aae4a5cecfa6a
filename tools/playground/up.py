"""Start a playground."""

import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from tools.playground import down, example, install, machine, packages, programs
from tools.playground.cluster import Cluster
from tools.playground.parts import apiserver, controllers, crossplane, etcd, keda, kwok, nats, prometheus, registry
from tools.playground.problem import Problem
from tools.playground.say import say
from tools.playground.state import Facts, State

_NEEDED = {
    "go": "https://go.dev/dl",
    "ip": "iproute2",
    "openssl": "openssl",
    "unshare": "util-linux",
    "setpriv": "util-linux",
}

_PARTS = {
    "etcd, kube-apiserver": (etcd.start, apiserver.start),
    "kube-controller-manager, kube-scheduler, KWOK": (controllers.start, kwok.start),
    "registry, Crossplane": (registry.start, crossplane.start),
}


def up(state: State, scope: str, *, with_keda: bool, with_example: bool) -> None:
    """Build what is missing, start all parts, and install the configuration; after a failure, nothing keeps running."""
    check_machine()
    with state.locked():
        if state.facts() is not None and state.network.exists():
            raise Problem(
                f"the playground {state.name} exists already. stop it: make playground-down; "
                "or start another one: PLAYGROUND=NAME make playground"
            )
        down.remove(state)  # the remains of an interrupted start
        names = programs.CONTROL_PLANE + (programs.SCALING if with_keda else ())
        found = programs.built(names)
        built = packages.built()
        try:
            _start(state, found, built, scope, with_keda=with_keda, with_example=with_example)
        except BaseException:
            _give_up(state)
            raise


def check_machine() -> None:
    """Raise Problem if this user or this machine cannot run a playground."""
    machine.require_root("it creates network namespaces and mounts, and runs the function as another user")
    machine.require(_NEEDED)


def _give_up(state: State) -> None:
    """Stop what was started; the caller reports the failure itself."""
    try:
        down.stop(state)
    except Problem as problem:
        say(f"not everything was stopped: {problem}")
    else:
        say(f"stopped everything; logs: {state.folder / 'logs'}")


def _start(
    state: State, found: Mapping[str, Path], built: Path, scope: str, *, with_keda: bool, with_example: bool
) -> None:
    state.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    cluster = Cluster(state.folder, state.network, state.network.create(), found)
    step = partial(_step, cluster)
    for what, starts in _PARTS.items():
        step(what, *(partial(start, cluster) for start in starts))
    if with_keda:
        step("NATS, KEDA", *(partial(start, cluster) for start in (nats.start, prometheus.start, keda.start)))
    step("packages into the registry", partial(install.push, cluster, built))
    step(f"event-platform-{scope}, provider, function", partial(install.install, cluster, scope, built))
    if with_example:
        address = nats.url(cluster) if with_keda else None
        step("an example, until it is Operational", partial(example.apply, cluster.kubectl, address, seconds=150))
    state.complete(Facts(cluster.address, scope, with_keda))


def _step(cluster: Cluster, what: str, *starts: Callable[[], object]) -> None:
    began = time.monotonic()
    try:
        for start in starts:
            start()
    except Problem:
        cluster.processes.check()  # the end of a process tells more than a wait that timed out
        raise
    say(f"{what}: {time.monotonic() - began:.1f} s")
