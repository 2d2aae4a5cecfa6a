"""All targets for a time, as many at once as there are processors; then the inputs found, through a real server."""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tools.fuzz.targets import TARGETS

SERVER_SHARE = 10
"""One second in so many is for the server."""
_STATISTIC = re.compile(r"^stat::number_of_executed_units: +(\d+)$", re.MULTILINE)
_COVERAGE = re.compile(r" cov: (\d+) ft: \d+ corp: (\d+)/")
_END_SECONDS = 300
"""How long a process may need to start and to end beside its time."""


@dataclass(frozen=True)
class Run:
    """What a target did: inputs run, code branches reached, inputs kept; `ended` is "" for a run that ended well."""

    target: str
    seconds: int
    executions: int
    coverage: int
    corpus: int
    ended: str


def run(seconds: int, folder: Path, targets: Sequence[str] = tuple(TARGETS)) -> list[Run]:
    """Fuzz the targets, about `seconds` in all; corpus, findings and logs stay in the folder."""
    workers = min(os.cpu_count() or 1, len(targets))
    each = max(seconds * workers // len(targets), 1)
    folder.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(lambda target: _fuzz(target, each, folder), targets))


def _fuzz(target: str, seconds: int, folder: Path) -> Run:
    log = folder / f"{target}.log"
    command = [sys.executable, "-m", "tools.fuzz.engine", target, str(seconds), str(folder)]
    with log.open("w", encoding="utf-8") as output:
        ended = ""
        try:
            done = subprocess.run(command, stdout=output, stderr=output, timeout=seconds + _END_SECONDS, check=False)
            if done.returncode:
                ended = f"ended with {done.returncode}"
        except subprocess.TimeoutExpired:
            ended = "did not end"
    return parsed(target, seconds, log.read_text(encoding="utf-8", errors="replace"), ended)


def parsed(target: str, seconds: int, log: str, ended: str) -> Run:
    """Return what libFuzzer's log says of a run."""
    executions = _STATISTIC.findall(log)
    progress = _COVERAGE.findall(log) or [("0", "0")]
    coverage, corpus = progress[-1]
    whole = bool(executions) and not ended
    return Run(
        target=target,
        seconds=seconds,
        executions=int(executions[-1]) if executions else 0,
        coverage=int(coverage),
        corpus=int(corpus),
        ended="" if whole else ended or "says nothing of what it ran",
    )
