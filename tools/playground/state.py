"""What is kept of a playground between commands, in a folder outside the tree, and who may change it."""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

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

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep every other command out that would change this playground."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        with self.folder.with_suffix(".lock").open("a") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise Problem(f"another command is at work on the playground {self.name}. wait for its end") from None
            yield

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
