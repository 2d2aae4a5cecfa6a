"""How long processes take to start: the functions until their first answer, and platformctl until it is done."""

import subprocess
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

_CLAIM = EXAMPLES / "eventdrivenservice" / "agent-executor" / "claim.yaml"

_TREE = 1000
"""Claims in the folder that is validated, each in a file of its own."""


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


def timed(own: Path) -> Mapping[str, Sequence[str]]:
    """Return the commands that are timed in a folder with claims; `own` is the folder of ours."""
    python, platformctl = str(own / "python"), str(own / "platformctl")
    return {
        "python -c pass": [python, "-c", "pass"],
        "platformctl --help": [platformctl, "--help"],
        "platformctl render, one claim": [platformctl, "render", str(_CLAIM)],
        f"platformctl validate, {_TREE:,} claims": [platformctl, "validate", "."],
        f"platformctl validate --cross-document, {_TREE:,} claims": [platformctl, "validate", "--cross-document", "."],
    }


def commands(own: Path, times: int) -> dict[str, Spread]:
    """Return the seconds of each command, which take turns."""
    found = timed(own)
    spent: dict[str, list[float]] = {name: [] for name in found}
    with TemporaryDirectory() as folder:
        write_claims(Path(folder), _TREE)
        for _ in range(times):
            for name, command in found.items():
                begun = time.perf_counter()
                subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
                spent[name].append(time.perf_counter() - begun)
    return {name: spread(seconds) for name, seconds in spent.items()}


def write_claims(folder: Path, count: int) -> None:
    """Write this many services into a folder."""
    for number in range(count):
        claim = service(number)
        (folder / f"{text_at(claim, 'metadata', 'name')}.yaml").write_text(dump([claim]), encoding="utf-8")
