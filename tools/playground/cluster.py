"""One control plane on this machine: its folder, its network, its processes, and how to talk to it."""

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
    """What every part needs to start; `address` is where this machine reaches the network at."""

    folder: Path
    network: Network
    address: str
    programs: Mapping[str, Path]

    @property
    def processes(self) -> Processes:
        """What was started."""
        return Processes(self.folder / "processes", self.folder / "logs")

    @property
    def certificates(self) -> Certificates:
        """The certificates of Kubernetes itself, and of what the playground adds."""
        return Certificates(self.folder / "certificates")

    @property
    def kubectl(self) -> Kubectl:
        """kubectl with every right."""
        return Kubectl(self.programs["kubectl"], self.folder / "kubeconfig")

    def data(self, *names: str) -> Path:
        """Return a folder for a part's data, made if it is not there."""
        path = self.folder.joinpath("data", *names)
        path.mkdir(parents=True, exist_ok=True)
        return path

    def start(self, name: str, *arguments: str, environment: Mapping[str, str] | None = None) -> None:
        """Start a program of the cache in the network; it has no environment but what is given."""
        command = self.network.inside(self.programs.get(name, name), *arguments)
        self.processes.start(name, command, self.environment(environment or {}))

    def run(self, *command: str | Path, environment: Mapping[str, str] | None = None) -> str:
        """Run a command in the network and return what it printed; raises Problem with its last line."""
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
        """Return whether an HTTP server in the network says that it is well."""
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with direct.open(f"http://{host or self.address}:{port}{path}", timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def environment(self, added: Mapping[str, str]) -> dict[str, str]:
        """Return what a part sees of the environment: nothing of ours but where programs are."""
        return {"PATH": os.environ["PATH"], "HOME": str(self.folder), **added}

    def write_secret(self, namespace: str, name: str, folder: Path) -> Path:
        """Write each key of a Secret as a file, as a pod would see it, and return the folder."""
        folder.mkdir(parents=True, exist_ok=True)
        for key, value in self.kubectl.secret(namespace, name).items():
            (folder / key).write_bytes(value)
        return folder
