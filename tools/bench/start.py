"""How long processes take to start: the functions until their first answer, and platformctl until it is done."""

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from function.base.manifest import text_at
from function.yaml.dump import dump
from tools.bench.claims import service
from tools.bench.servers import calling, running
from tools.bench.spread import Spread, spread
from tools.golden import EXAMPLES

_PLATFORMCTL = str(Path(sys.executable).with_name("platformctl"))
_CLAIM = EXAMPLES / "eventdrivenservice" / "agent-executor" / "claim.yaml"

_TREE = 1000
"""Claims in the folder that is validated, each in a file of its own."""

COMMANDS: Mapping[str, Sequence[str]] = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "platformctl --help": [_PLATFORMCTL, "--help"],
    "platformctl render, one claim": [_PLATFORMCTL, "render", str(_CLAIM)],
    f"platformctl validate, {_TREE:,} claims": [_PLATFORMCTL, "validate", "."],
    f"platformctl validate --cross-document, {_TREE:,} claims": [_PLATFORMCTL, "validate", "--cross-document", "."],
}
"""What is timed in a folder with claims."""


@dataclass(frozen=True)
class Started:
    """Seconds until the first answer, and the MB of memory that the function then has."""

    seconds: float
    resident: float


def started(name: str, command: Sequence[str], request: bytes, log: Path) -> Started:
    """Start a function and stop it once it has answered."""
    begun = time.perf_counter()
    with running(name, command, log) as server, calling(server) as call:
        call(request)
        return Started(time.perf_counter() - begun, server.resident)


def commands(times: int) -> dict[str, Spread]:
    """Return the seconds of each command, which take turns."""
    spent: dict[str, list[float]] = {name: [] for name in COMMANDS}
    with TemporaryDirectory() as folder:
        write_claims(Path(folder), _TREE)
        for _ in range(times):
            for name, command in COMMANDS.items():
                begun = time.perf_counter()
                subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
                spent[name].append(time.perf_counter() - begun)
    return {name: spread(seconds) for name, seconds in spent.items()}


def write_claims(folder: Path, count: int) -> None:
    """Write this many services into a folder."""
    for number in range(count):
        claim = service(number)
        (folder / f"{text_at(claim, 'metadata', 'name')}.yaml").write_text(dump([claim]), encoding="utf-8")
