"""`make bench`: measures everything and writes the page."""

import csv
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from pathlib import Path

from tools.bench import imports, machine, memory, patches, quick, rounds, start
from tools.bench.case import CASES
from tools.bench.installed import installed
from tools.bench.page import page
from tools.bench.prepared import Requests, prepare
from tools.bench.results import Results
from tools.bench.servers import EMPTY, OURS, PEER, PYTHON, Server, commands, running
from tools.bench.shapes import SHAPES, resources
from tools.bench.stages import measure, record
from tools.golden import ROOT
from tools.playground.certificates import Certificates
from tools.playground.programs import built

PAGE = ROOT / "docs" / "performance.md"

_FOLDER = ROOT / "build" / "bench"
_PROGRAMS = ("patch-and-transform", "empty-function", "load")
_STARTS = 7
_COMMANDS = 15
_PEER_CALLS = 2000
_STAGE_SECONDS = 5.0
_IMPORTS = ("function.main", "function.main, function.apis.event_driven_service.implementation", "function.cli")


def run(times: int, calls: int, say: Callable[[str], None]) -> None:
    """Measure each case so many times and the memory over so many calls; raises ServerError and UnusableError."""
    begin = os.getloadavg()[0]
    shutil.rmtree(_FOLDER, ignore_errors=True)
    _FOLDER.mkdir(parents=True)
    programs, own = built(_PROGRAMS), installed(_FOLDER / "installed")
    started = commands(programs, own)
    with _functions(started) as functions:
        plain = {name: server for (name, tls), server in functions.items() if not tls}
        requests = prepare(CASES, plain, _FOLDER, say)
        costs = rounds.measure(CASES, functions, requests, programs["load"], times, say)
    _keep(costs)
    stages = measure.measure(_STAGE_SECONDS, say)
    found = Results(
        costs=costs,
        sizes={key: made.size for key, made in requests.items()},
        patches=patches.count(resources(SHAPES["services"])),
        starts=_starts(started, requests, say),
        commands=start.commands(own, _COMMANDS),
        imports={name: imports.of(name, own / "python") for name in _IMPORTS},
        memory=_memory(started, requests, programs["load"], calls, say),
        before=record.load(quick.BEFORE),
        stages=stages,
        machine=tuple(machine.describe()),
        load_average=(begin, os.getloadavg()[0]),
    )
    record.save(quick.COMMITTED, stages)
    PAGE.write_text(page(found), encoding="utf-8")
    say(f"written: {PAGE.relative_to(ROOT)}")


@contextmanager
def _functions(started: Mapping[str, Sequence[str]]) -> Iterator[dict[tuple[str, bool], Server]]:
    """Yield all functions that are measured, with TLS and without."""
    certificates = Certificates(_FOLDER / "certificates")
    certificates.authority("ca")
    certificates.issue("tls", "ca", "/CN=localhost", "serverAuth", ["DNS:localhost"])
    certificates.issue("client", "ca", "/CN=crossplane", "clientAuth")
    with ExitStack() as stack:
        yield {
            (name, tls): stack.enter_context(
                running(name, started[name], _FOLDER / f"{name}.log", certificates.folder if tls else None)
            )
            for name, tls in sorted({(case.function, case.tls) for case in CASES})
        }


def _keep(costs: rounds.Costs) -> None:
    """Write every single measurement."""
    rows = [{**asdict(case), **asdict(cost)} for case, measured in costs.items() for cost in measured]
    with (_FOLDER / "costs.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def _starts(
    started: Mapping[str, Sequence[str]], requests: Mapping[tuple[str, str], Requests], say: Callable[[str], None]
) -> dict[str, list[start.Started]]:
    say("start")
    found: dict[str, list[start.Started]] = {name: [] for name in (OURS, PEER, EMPTY, PYTHON)}
    for _ in range(_STARTS):
        for name, starts in found.items():
            first = requests["services", PEER if name == PEER else OURS].first
            starts.append(start.started(name, started[name], first, _FOLDER / f"{name}.log"))
    return found


def _memory(
    started: Mapping[str, Sequence[str]],
    requests: Mapping[tuple[str, str], Requests],
    program: Path,
    calls: int,
    say: Callable[[str], None],
) -> dict[str, memory.Memory]:
    found = {}
    for name in (OURS, PEER, EMPTY):
        say(f"memory of {name}")
        file = requests["services", PEER if name == PEER else OURS].file
        number = calls if name == OURS else min(calls, _PEER_CALLS)
        found[name] = memory.measure(name, started[name], file, program, number)
    return found
