"""A control plane on this machine: its folder, network, processes, and kubectl."""

import os
import subprocess
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.playground.certificates import Certificates
from tools.playground.kubectl import Kubectl
from tools.playground.network import Network
from tools.playground.problem import Problem
from tools.playground.processes import Processes


@dataclass(frozen=True)
class Cluster:
    """What every part needs to start; `address` is the address at which this machine reaches the network."""

    folder: Path
    network: Network
    address: str
    programs: Mapping[str, Path]

    @property
    def processes(self) -> Processes:
        """The processes of the control plane."""
        return Processes(self.folder / "processes", self.folder / "logs")

    @property
    def certificates(self) -> Certificates:
        """The certificates of Kubernetes and of the parts that the playground adds."""
        return Certificates(self.folder / "certificates")

    @property
    def kubectl(self) -> Kubectl:
        """kubectl with the access rights of an administrator."""
        return Kubectl(self.programs["kubectl"], self.folder / "kubeconfig", self.folder / "kubectl")

    def data(self, *names: str) -> Path:
        """Return the folder for a part's data, and create it if it does not exist."""
        path = self.folder.joinpath("data", *names)
        path.mkdir(parents=True, exist_ok=True)
        return path

    def start(self, name: str, *arguments: str, environment: Mapping[str, str] | None = None) -> None:
        """Start a program of the cache in the network; its environment is only what `environment` returns."""
        command = self.network.inside(self.programs.get(name, name), *arguments)
        self.processes.start(name, command, self.environment(environment or {}))

    def run(self, *command: str | Path, environment: Mapping[str, str] | None = None) -> str:
        """Run a command in the network and return its output; raises Problem with the last line of its errors."""
        done = subprocess.run(
            self.network.inside(*command),
            env=self.environment(environment or {}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            last = (done.stderr.strip() or "it printed nothing").splitlines()[-1]
            raise Problem(f"{Path(command[0]).name} {command[1]}: {last}")
        return done.stdout

    def answers(self, port: int, path: str, *, host: str = "") -> bool:
        """Return whether an HTTP server in the network answers a request with 200."""
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with direct.open(f"http://{host or self.address}:{port}{path}", timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def environment(self, added: Mapping[str, str]) -> dict[str, str]:
        """Return the environment of a part: PATH is the only variable of ours."""
        return {"PATH": os.environ["PATH"], "HOME": str(self.folder), **added}

    def write_secret(self, namespace: str, name: str, folder: Path) -> Path:
        """Write each key of a Secret to a file, as a volume does, and return the folder."""
        folder.mkdir(parents=True, exist_ok=True)
        for key, value in self.kubectl.secret(namespace, name).items():
            (folder / key).write_bytes(value)
        return folder
