"""The programs of the control plane, built once into the cache by tools/build."""

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from tools.playground import child
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
    """Return the path of each program; builds those that are missing. Raises Problem."""
    code, output = child.run([TOOLS / "build", *names], stdout=subprocess.PIPE)
    if code:
        raise Problem("a program could not be built, see above. programs that were built before are kept")
    return {name: Path(path) for name, _, path in (line.partition(" ") for line in output.splitlines())}
