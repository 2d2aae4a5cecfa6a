"""The registry of the playground, as this machine reaches it."""

import subprocess
from pathlib import Path
from urllib.parse import urlsplit

from tools.playground import programs
from tools.playground.kubectl import Kubectl
from tools.playground.product import REGISTRY


def host(kubectl: Kubectl) -> str:
    """Return the address of the cluster."""
    server = kubectl("config", "view", "--minify", "--output=jsonpath={.clusters[0].cluster.server}")
    return str(urlsplit(server).hostname)


def pushed(kubectl: Kubectl, file: Path, reference: str) -> str:
    """Push a package, and return its reference inside the cluster."""
    outside = f"{host(kubectl)}:{REGISTRY.rpartition(':')[2]}/{reference}"
    # the crossplane CLI pushes without TLS only to a loopback address
    subprocess.run([programs.built(["crane"])["crane"], "push", "--insecure", file, outside], check=True)
    return f"{REGISTRY}/{reference}"
