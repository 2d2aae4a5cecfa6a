"""What is kept of a playground between commands, in a folder outside the tree, and who may change it."""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from tools.playground.network import Network
from tools.playground.problem import Problem


@dataclass(frozen=True)
class Facts:
    """What a later command must know: where the network is reached at, and what is installed."""

    address: str
    scope: str
    keda: bool


@dataclass(frozen=True)
class State:
    """The state of the playground `name`."""

    name: str

    @property
    def folder(self) -> Path:
        """The folder of this playground."""
        home = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
        return home / "function-event-platform" / self.name

    @property
    def network(self) -> Network:
        """The network namespace, under a name that nobody else gives one."""
        return Network(f"event-platform-{self.name}")

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep every other command out that would change this playground; the lock goes with the playground."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        path = self.folder.with_suffix(".lock")
        with path.open("a") as lock:
            if not _free(lock):
                raise Problem(f"another command is at work on the playground {self.name}. wait for its end")
            try:
                yield
            finally:
                if not self.folder.exists():
                    path.unlink(missing_ok=True)

    def complete(self, facts: Facts) -> None:
        """Say that everything was started."""
        (self.folder / "facts.json").write_text(json.dumps(asdict(facts)))

    def facts(self) -> Facts | None:
        """Return what is known of a playground that was started as a whole."""
        try:
            return Facts(**json.loads((self.folder / "facts.json").read_text()))
        except FileNotFoundError:
            return None

    def forget(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _free(lock: IO[str]) -> bool:
    """Take the lock if it is free, and not one that its last holder has just removed."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return os.fstat(lock.fileno()).st_nlink > 0
