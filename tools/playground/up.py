"""Start a playground."""

import os
import shutil
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from tools.playground import down, example, install, packages, programs
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
    """Build what is missing, start every part, install the configuration; if that fails nothing goes on running."""
    check_machine()
    with state.locked():
        if state.facts() is not None and state.network.exists():
            raise Problem(
                f"the playground {state.name} is there already. see make playground-status, make playground-down"
            )
        down.remove(state)  # what an interrupted start has left
        names = programs.CONTROL_PLANE + (programs.SCALING if with_keda else ())
        found = programs.built(names)
        built = packages.built()
        try:
            _start(state, found, built, scope, with_keda=with_keda, with_example=with_example)
        except BaseException:
            down.stop(state)
            say(f"stopped what was started; logs: {state.folder / 'logs'}")
            raise


def check_machine() -> None:
    """Raise Problem if this user or this machine cannot run a playground."""
    if os.geteuid() != 0:
        raise Problem("needs root: it makes a network namespace and mounts, and runs the function as another user")
    for program, source in _NEEDED.items():
        if shutil.which(program) is None:
            raise Problem(f"needs the program {program}: {source}")


def _start(
    state: State, found: Mapping[str, Path], built: Path, scope: str, *, with_keda: bool, with_example: bool
) -> None:
    state.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    cluster = Cluster(state.folder, state.network, state.network.create(), found)
    for what, starts in _PARTS.items():
        _step(what, *(partial(start, cluster) for start in starts))
    if with_keda:
        _step("NATS, KEDA", *(partial(start, cluster) for start in (nats.start, prometheus.start, keda.start)))
    _step("packages into the registry", partial(install.push, cluster, built))
    _step(f"event-platform-{scope}, provider, function", partial(install.install, cluster, scope, built))
    if with_example:
        address = nats.url(cluster) if with_keda else None
        _step("an example, until it is Operational", partial(example.apply, cluster.kubectl, address, seconds=150))
    state.complete(Facts(cluster.address, scope, with_keda))


def _step(what: str, *starts: Callable[[], object]) -> None:
    began = time.monotonic()
    for start in starts:
        start()
    say(f"{what}: {time.monotonic() - began:.1f} s")
