"""The function: the files of the image in its package, with the restrictions of its container."""

import os
import shlex
import subprocess
import sys
from itertools import takewhile
from pathlib import Path

from tools.playground.cluster import Cluster
from tools.playground.problem import Problem
from tools.playground.product import FUNCTION, NAMESPACE, ROOT, START, UNPACK

_USER = 2000


def start(cluster: Cluster, package: Path) -> None:
    """Start it with the certificates that Crossplane has created, and wait until it answers Crossplane."""
    kubectl, namespace = cluster.kubectl, f"--namespace={NAMESPACE}"
    kubectl.wait(f"secret/{FUNCTION}-tls-server", namespace, condition="jsonpath={.data.tls\\.crt}", seconds=60)
    certificates = cluster.write_secret(NAMESPACE, f"{FUNCTION}-tls-server", cluster.data("function-tls"))
    _readable(certificates)
    cluster.network.add_host("127.0.0.1", f"{FUNCTION}.{NAMESPACE}")
    image = cluster.data("function-image")
    environment, command = _unpacked(package, image)
    flags = ["--tls-certs-dir", str(certificates), "--address", "0.0.0.0:9443"]
    cluster.processes.start(
        "function", cluster.network.inside(START, image, certificates, *command, *flags), environment
    )
    cluster.processes.ready("function", lambda: '"serving"' in cluster.processes.log("function").read_text(), 120)
    kubectl.wait(f"function.pkg.crossplane.io/{FUNCTION}", condition="condition=Healthy", seconds=60)


def _unpacked(package: Path, folder: Path) -> tuple[dict[str, str], list[str]]:
    """Unpack the image, and return its environment and its command."""
    done = subprocess.run(
        [sys.executable, "-m", UNPACK, package, folder], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Problem(f"{package}: {done.stderr.strip().splitlines()[-1]}")
    words = shlex.split(done.stdout)
    variables = dict(word.split("=", 1) for word in takewhile(lambda word: "=" in word, words))
    return variables, words[len(variables) :]


def _readable(folder: Path) -> None:
    """Let only the function's user read the files."""
    for file in folder.iterdir():
        os.chown(file, _USER, _USER)
        file.chmod(0o400)
