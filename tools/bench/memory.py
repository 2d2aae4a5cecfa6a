"""The memory of a function under load."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.bench.load import load
from tools.bench.servers import running

CALLERS = 16
STEPS = 10


@dataclass(frozen=True)
class Memory:
    """MB: before the first call, and after each step of `calls / STEPS` calls."""

    calls: int
    idle: float
    loaded: Sequence[float]

    @property
    def growth(self) -> float:
        """Return the MB by which memory grew after the first step."""
        return self.loaded[-1] - self.loaded[0]


def measure(name: str, command: Sequence[str], requests: Path, program: Path, calls: int) -> Memory:
    """Return the memory of a new process of the function."""
    with running(name, command, requests.with_name(f"{name}.log")) as server:
        idle = server.resident

        def steps() -> Iterator[float]:
            for _ in range(STEPS):
                load(program, server, requests, CALLERS, f"-calls={calls // STEPS}")
                yield server.resident

        return Memory(calls, idle, tuple(steps()))
