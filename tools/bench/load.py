"""The load generator, tools/load: what some calls of a function cost."""

import json
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tools.bench.servers import Server, ServerError


@dataclass(frozen=True)
class Cost:
    """Seconds: of the wall, of the processor for the function and for the load generator, and of the slowest calls."""

    calls: int
    wall: float
    cpu: float
    client: float
    p50: float
    p99: float


def write(file: Path, requests: Iterable[bytes]) -> None:
    """Write requests as the load generator reads them."""
    with file.open("wb") as output:
        for request in requests:
            output.write(len(request).to_bytes(4, "big") + request)


def load(program: Path, server: Server, requests: Path, callers: int, *limit: str) -> Cost:
    """Return the cost of calls; `limit` is `-seconds=1.5` or `-calls=1000`; raises ServerError."""
    command = [str(program), f"-address={server.address}", f"-pid={server.pid}", f"-requests={requests}"]
    command += [f"-callers={callers}", f"-certs={server.certificates or ''}", *limit]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ServerError(f"{server.name}: {done.stderr.strip()}")
    return Cost(**json.loads(done.stdout))
