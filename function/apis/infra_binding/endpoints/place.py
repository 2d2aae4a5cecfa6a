"""Where a server is: behind a Service of the cluster, or somewhere else."""

import re
from functools import lru_cache
from typing import NamedTuple

from function.base.shell import Line, command, comment

_LABEL = re.compile("[a-z]([-a-z0-9]*[a-z0-9])?")
_LOCAL = "localhost"
_DOMAINS = (["svc"], ["svc", "cluster", "local"])


class Service(NamedTuple):
    """A Service of Kubernetes and one of its ports."""

    name: str
    namespace: str
    port: str


class Reach(NamedTuple):
    """How a developer's machine reaches a server: commands to run first, and then the host and the port."""

    lines: tuple[Line, ...]
    host: str
    port: str

    @property
    def address(self) -> str:
        """Return both with a colon."""
        return f"{self.host}:{self.port}"

    @property
    def is_local(self) -> bool:
        """Return whether it is a forwarded port."""
        return self.host == _LOCAL


HIDDEN = Reach((comment("your machine must reach the address that the secret contains"),), "", "")
"""A server whose address only a secret has."""


def split(address: str, port: str) -> tuple[str, str]:
    """Return the host and the port of the first of these addresses; `port` is that of an address without one."""
    first = address.partition(",")[0]
    host, colon, own = first.rpartition(":")
    return (host, own) if colon and own.isdecimal() else (first, port)


def with_ports(hosts: str, port: str) -> str:
    """Return the hosts, separated by commas, each with its port."""
    return ",".join(":".join(split(host, port)) for host in hosts.split(","))


@lru_cache(maxsize=64)  # each section of a document asks for the same servers
def service(address: str, namespace: str) -> Service | None:
    """Return the Service of the first of these addresses, as a pod of the namespace resolves it, or None."""
    host, port = split(address, "")
    name, *rest = host.removesuffix(".").split(".")
    if not all(map(_LABEL.fullmatch, (name, *rest))):
        return None
    if not rest:
        return Service(name, namespace, port)
    return Service(name, rest[0], port) if rest[1:] in _DOMAINS else None


def reach(address: str, namespace: str) -> Reach:
    """Return how a developer reaches the first of these addresses, all of which have ports."""
    host, port = split(address, "")
    found = service(address, namespace)
    if found is None:
        return Reach((comment("not a Service of the cluster: your machine must reach the address itself"),), host, port)
    forward = command("kubectl", "port-forward", "-n", found.namespace, f"svc/{found.name}", f"{port}:{port}")
    return Reach((comment("in a terminal of its own"), forward), _LOCAL, port)
