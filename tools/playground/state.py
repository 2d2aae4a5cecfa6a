"""What is kept of a playground between commands, in a folder outside the repository."""

import fcntl
import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from tools.playground.network import Network
from tools.playground.problem import Problem

_NAME = re.compile("[a-z0-9][a-z0-9-]{0,39}")


@dataclass(frozen=True)
class Facts:
    """What later commands need: the address at which this machine reaches the network, and what is installed."""

    address: str
    scope: str
    keda: bool


@dataclass(frozen=True)
class State:
    """The state of the playground `name`, which becomes part of paths; raises Problem if the name is invalid."""

    name: str

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise Problem(f"PLAYGROUND must be up to 40 of a-z, 0-9, and dashes, with no dash first; got {self.name!r}")

    @property
    def folder(self) -> Path:
        """The folder of this playground."""
        home = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
        return home / "function-event-platform" / self.name

    @property
    def network(self) -> Network:
        """The network namespace; its name has a prefix that other programs do not use."""
        return Network(f"event-platform-{self.name}")

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Lock the playground against other commands that change it; the lock file is deleted with the playground."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        path = self.folder.with_suffix(".lock")
        with path.open("a") as lock:
            if not _free(lock):
                raise Problem(f"another command is changing the playground {self.name}. wait until it has ended")
            try:
                yield
            finally:
                if not self.folder.exists():
                    path.unlink(missing_ok=True)

    def complete(self, facts: Facts) -> None:
        """Record that everything was started."""
        (self.folder / "facts.json").write_text(json.dumps(asdict(facts)))

    def facts(self) -> Facts | None:
        """Return the facts of a playground that was started completely."""
        try:
            return Facts(**json.loads((self.folder / "facts.json").read_text()))
        except FileNotFoundError:
            return None

    def forget(self) -> None:
        """Delete the folder."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _free(lock: IO[str]) -> bool:
    """Take the lock; return False if it is taken, or if its last holder has just deleted the file."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return os.fstat(lock.fileno()).st_nlink > 0
