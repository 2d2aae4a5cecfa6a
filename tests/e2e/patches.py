"""function-patch-and-transform as Crossplane calls it: its package in the registry, and its process on this machine."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from pathlib import Path

from tests.e2e.cluster import READY_SECONDS
from tests.e2e.registry import host, pushed
from tools.playground import programs
from tools.playground.kubectl import Kubectl
from tools.playground.product import NAMESPACE, pinned
from tools.playground.state import State

NAME = "function-patch-and-transform"
_TOOL, _MODULE = "patch-and-transform", f"github.com/crossplane-contrib/{NAME}"


@contextmanager
def patch_and_transform(kubectl: Kubectl, folder: Path) -> Iterator[None]:
    """Install the pinned version and run it; `folder` is for its files."""
    found = programs.built(["crossplane", _TOOL, f"{_TOOL}-files"])
    package = folder / "patches.xpkg"
    root = found[f"{_TOOL}-files"] / "package"
    build = ("xpkg", "build", "--package-root", root, "--package-file", package)
    subprocess.run([found["crossplane"], *build], check=True)
    reference = pushed(kubectl, package, f"crossplane-contrib/{NAME}:{pinned(_TOOL, _MODULE)}")
    function = {"apiVersion": "pkg.crossplane.io/v1", "kind": "Function", "metadata": {"name": NAME}}
    kubectl.apply({**function, "spec": {"package": reference}})
    secret = (f"secret/{NAME}-tls-server", f"--namespace={NAMESPACE}")
    kubectl.wait(*secret, condition="jsonpath={.data.tls\\.crt}", seconds=READY_SECONDS)
    certificates = folder / "certificates"
    certificates.mkdir()
    for key, value in kubectl.secret(NAMESPACE, f"{NAME}-tls-server").items():
        (certificates / key).write_bytes(value)
    # outside of the cluster's network, where the port is free; Crossplane reaches it by the link to this machine
    here = str(ip_address(host(kubectl)) - 1)
    State(Path(os.environ["E2E_PROCESSES"]).parent.name).network.add_host(here, f"{NAME}.{NAMESPACE}")
    command: list[str | Path] = [found[_TOOL], f"--address={here}:9443", f"--tls-certs-dir={certificates}"]
    with (folder / "patches.log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        try:
            kubectl.wait(f"function.pkg.crossplane.io/{NAME}", condition="condition=Healthy", seconds=READY_SECONDS)
            yield
        finally:
            kubectl("delete", f"function.pkg.crossplane.io/{NAME}", "--timeout=60s")
            process.terminate()
