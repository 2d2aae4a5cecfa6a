"""Processes that outlive the command that started them, identified by pid and start time.

A pid alone is not enough: the kernel reuses it after the process has ended.
"""

import os
import select
import signal
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.playground.problem import Problem
from tools.playground.waiting import until

_GRACE_SECONDS = 10.0


@dataclass(frozen=True)
class Processes:
    """The processes that are recorded in `records`, one file each; their output is in `logs`."""

    records: Path
    logs: Path

    def start(self, name: str, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """Start a command in its own session, and record it."""
        self.records.mkdir(parents=True, exist_ok=True)
        self.logs.mkdir(parents=True, exist_ok=True)
        append = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        streams = [
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, self.log(name), append, 0o600),
            (os.POSIX_SPAWN_DUP2, 1, 2),
        ]
        pid = os.posix_spawn(command[0], list(command), environment, file_actions=streams, setsid=True)
        (self.records / name).write_text(f"{pid} {_started(pid)}\n")

    def ready(self, name: str, check: Callable[[], bool], seconds: float) -> None:
        """Wait until a process answers; raises Problem after `seconds`, or as soon as any recorded process ends."""

        def answers() -> bool:
            self.check()
            return check()

        until(answers, seconds, f"{name}, see {self.log(name)}")

    def check(self) -> None:
        """Raise Problem if a recorded process has ended."""
        for name in self.names():
            if not self.runs(name):
                raise Problem(f"{name} ended: {self.last_words(name)}")

    def log(self, name: str) -> Path:
        """Return the file with what the process printed."""
        return self.logs / f"{name}.log"

    def last_words(self, name: str) -> str:
        """Return the last line that the process printed."""
        lines = self.log(name).read_text(errors="replace").split("\n") if self.log(name).exists() else []
        return next((line.strip() for line in reversed(lines) if line.strip()), "it printed nothing")

    def names(self) -> list[str]:
        """Return the recorded processes, the oldest first."""
        files = self.records.iterdir() if self.records.is_dir() else ()
        return [file.name for file in sorted(files, key=lambda file: file.stat().st_mtime_ns)]

    def runs(self, name: str) -> bool:
        """Return whether the recorded process still runs."""
        pid, started = self._recorded(name)
        return pid is not None and _started(pid) == started

    def stop(self, name: str) -> None:
        """Stop the recorded process and delete the record; another process that now has the pid is left alone."""
        pid, started = self._recorded(name)
        if pid is not None:
            _stop(pid, started)
        (self.records / name).unlink(missing_ok=True)

    def _recorded(self, name: str) -> tuple[int | None, str]:
        try:
            pid, started = (self.records / name).read_text().split()
        except (FileNotFoundError, ValueError):  # an incomplete record names no process
            return None, ""
        return int(pid), started


def _started(pid: int) -> str:
    """Return the start time of a process in clock ticks since boot, or an empty string if it has ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return ""
    return "" if fields[0] == "Z" else fields[19]


def _stop(pid: int, started: str) -> None:
    try:
        handle = os.pidfd_open(pid)  # refers to this process, even if the pid is reused
    except ProcessLookupError:
        return
    try:
        if _started(pid) != started:
            return
        for number in (signal.SIGTERM, signal.SIGKILL):
            signal.pidfd_send_signal(handle, number)
            if select.select([handle], [], [], _GRACE_SECONDS)[0]:
                return
    except ProcessLookupError:
        return
    finally:
        os.close(handle)
