"""The programs of the control plane, built once into the cache by tools/build."""

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from tools.playground.problem import Problem
from tools.playground.product import TOOLS

CONTROL_PLANE = (
    "crane",
    "crossplane",
    "crossplane-core",
    "crossplane-files",
    "etcd",
    "kube-apiserver",
    "kube-controller-manager",
    "kube-scheduler",
    "kubectl",
    "kwok",
    "provider-files",
    "provider-kubernetes",
)
SCALING = ("nats-server", "keda-operator", "keda-adapter", "keda-webhooks", "keda-files")


def built(names: Sequence[str]) -> Mapping[str, Path]:
    """Return where each program is, built if need be; raises Problem."""
    done = subprocess.run([TOOLS / "build", *names], stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise Problem("a part could not be built, see above. what was built before stays")
    return {name: Path(path) for name, _, path in (line.partition(" ") for line in done.stdout.splitlines())}
