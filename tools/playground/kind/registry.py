"""A registry for the cluster, with the product's packages."""

from pathlib import Path

from tools.playground.kind.command import run
from tools.playground.product import FUNCTION_PACKAGE, ROOT, SCOPES, TOOLS, version

_IMAGE = f"{FUNCTION_PACKAGE}:playground"


def start(name: str, node: str) -> str:
    """Start it on kind's network and return its address there, which is private and needs no TLS."""
    run("docker", "run", "--detach", f"--name={name}", "--network=kind", "--publish=127.0.0.1::5000", "registry:3")
    address = run("docker", "inspect", "--format={{.NetworkSettings.Networks.kind.IPAddress}}:5000", name)
    folder = f"/etc/containerd/certs.d/{address}"
    hosts = f'server = "http://{address}"\n[host."http://{address}"]\n'
    run("docker", "exec", "-i", node, "sh", "-c", f"mkdir -p {folder} && cat >{folder}/hosts.toml", stdin=hosts)
    return address


def push(name: str, address: str, work: Path) -> None:
    """Build the image and the packages for this address, and push them through the published port."""
    archive, folder = work / "image.tar", work / "packages"
    run("docker", "build", f"--tag={_IMAGE}", str(ROOT))
    run("docker", "save", f"--output={archive}", _IMAGE)
    settings = {"REPOSITORY": f"{address}/bizmatters", "IMAGE": str(archive)}
    run(str(TOOLS / "packages"), str(folder), settings=settings)
    published = run("docker", "port", name, "5000/tcp").splitlines()[0]
    crossplane = run(str(TOOLS / "build"), "crossplane").partition(" ")[2]
    for package in (FUNCTION_PACKAGE, *(f"event-platform-{scope}" for scope in SCOPES)):
        reference = f"{published}/bizmatters/{package}:{version()}"
        run(crossplane, "xpkg", "push", "-f", str(folder / f"{package}.xpkg"), reference)


def remove(name: str) -> list[str]:
    """Return the command that deletes it and its data."""
    return ["docker", "rm", "--force", "--volumes", name]
