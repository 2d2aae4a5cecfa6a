"""A network namespace in which the addresses of all Services and pods are local.

So a process that listens on a port answers for every Service with that port, and no kube-proxy is needed. Nothing can
leave the namespace; a link to the machine lets kubectl in.
"""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tools.playground.problem import Problem

SERVICES = "10.96.0.0/16"
PODS = "10.244.0.0/16"
NODE = "10.0.0.1"
PROVIDER_LINK = ("10.1.0.1", "10.1.0.2")
_FILES = Path("/etc/netns")  # `ip netns exec` shows NAME/hosts here as /etc/hosts
_LINKS = range(1, 255)


@dataclass(frozen=True)
class Network:
    """The namespace `name`, the namespace of the provider, and the link to this machine."""

    name: str

    @property
    def provider(self) -> str:
        """The provider's own namespace: its ports are fixed, and the function uses one of them."""
        return f"{self.name}.provider"  # no playground has a name with a dot

    @property
    def _hosts(self) -> Path:
        return _FILES / self.name / "hosts"

    def exists(self) -> bool:
        """Return whether the namespace exists."""
        return Path("/run/netns", self.name).exists()

    def create(self) -> str:
        """Create namespaces and links, and return the address at which this machine reaches the first namespace."""
        self._hosts.parent.mkdir(parents=True, exist_ok=True)
        self._hosts.write_text("127.0.0.1 localhost\n")
        (self._hosts.parent / "resolv.conf").write_text("nameserver 127.0.0.1\noptions timeout:1 attempts:1\n")
        for name in (self.name, self.provider):
            _ip("netns", "add", name)
            _ip("-n", name, "link", "set", "lo", "up")
        for addresses in (SERVICES, PODS, f"{NODE}/32"):
            _ip("-n", self.name, "route", "add", "local", addresses, "dev", "lo")
        self._join_provider()
        return self._join_machine()

    def remove(self) -> None:
        """Delete the namespaces, with their links and files."""
        for name in (self.provider, self.name):
            if Network(name).exists():
                _ip("netns", "delete", name)
        shutil.rmtree(self._hosts.parent, ignore_errors=True)

    def processes(self) -> list[int]:
        """Return the pids of all processes in the namespaces, whoever started them."""
        names = [name for name in (self.name, self.provider) if Network(name).exists()]
        return [int(pid) for name in names for pid in _ip("netns", "pids", name).split()]

    def inside(self, *command: str | Path) -> list[str]:
        """Return a command that runs another one in the namespace."""
        return [_program(), "netns", "exec", self.name, *map(str, command)]

    def inside_provider(self, *command: str | Path) -> list[str]:
        """Return a command that runs another one in the provider's namespace."""
        return [_program(), "netns", "exec", self.provider, *map(str, command)]

    def add_host(self, address: str, *names: str) -> None:
        """Map names to an address; the file is changed in place, so that running processes see it."""
        with self._hosts.open("a") as hosts:
            hosts.write(f"{address} {' '.join(names)}\n")

    def send_to_provider(self, address: str) -> None:
        """Route the address of the provider's Service to its namespace."""
        _ip(
            "-n",
            self.name,
            "route",
            "replace",
            f"{address}/32",
            "via",
            PROVIDER_LINK[1],
            "dev",
            "provider",
            "table",
            "local",
        )
        _ip("-n", self.provider, "route", "replace", "local", f"{address}/32", "dev", "lo")

    def _join_provider(self) -> None:
        _ip("-n", self.name, "link", "add", "provider", "type", "veth", "peer", "name", "main", "netns", self.provider)
        for name, device, address in zip((self.name, self.provider), ("provider", "main"), PROVIDER_LINK, strict=True):
            _ip("-n", name, "address", "add", f"{address}/30", "dev", device)
            _ip("-n", name, "link", "set", device, "up")
        _ip("-n", self.provider, "route", "add", NODE, "via", PROVIDER_LINK[0])

    def _join_machine(self) -> str:
        taken = _ip("-4", "address", "show")
        number = next((n for n in _LINKS if f"100.100.{n}." not in taken and self._linked(f"playground{n}")), None)
        if number is None:
            raise Problem("no address left for the link to the playground. stop other playgrounds first")
        device = f"playground{number}"
        _ip("address", "add", f"100.100.{number}.1/30", "dev", device)
        _ip("-n", self.name, "address", "add", f"100.100.{number}.2/30", "dev", "machine")
        _ip("link", "set", device, "up")
        _ip("-n", self.name, "link", "set", "machine", "up")
        return f"100.100.{number}.2"

    def _linked(self, device: str) -> bool:
        """Create the link, and return False if another playground has just taken the device's name."""
        try:
            _ip("link", "add", device, "type", "veth", "peer", "name", "machine", "netns", self.name)
        except Problem as problem:
            if "File exists" in str(problem):
                return False
            raise
        return True


def _program() -> str:
    return shutil.which("ip") or "ip"


def _ip(*arguments: str) -> str:
    done = subprocess.run([_program(), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise Problem(f"ip {' '.join(arguments)}: {done.stderr.strip()}")
    return done.stdout
