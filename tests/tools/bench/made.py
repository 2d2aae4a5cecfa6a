"""Results of a run that never was: every function takes what its name says."""

from pathlib import Path

from tools.bench.case import CASES, Case
from tools.bench.imports import Imports
from tools.bench.load import Cost
from tools.bench.memory import Memory
from tools.bench.results import Results
from tools.bench.servers import EMPTY, OURS, PEER, PYTHON
from tools.bench.spread import Spread
from tools.bench.stages.record import Record, Timing
from tools.bench.stages.stage import STAGES
from tools.bench.start import Started, timed

SECONDS = {OURS: 0.001, PEER: 0.01, EMPTY: 0.002, PYTHON: 0.001}
"""CPU seconds of a call."""
RECORD = Record("3.11.7", {"services": Timing(1000.0, 10.0, dict.fromkeys(STAGES, 0.1))})


def cost(case: Case, factor: float) -> Cost:
    seconds = SECONDS[case.function] * factor * (5 if case.shape == "foreign-500" else 1)
    return Cost(calls=100, wall=seconds * 100, cpu=seconds * 100, client=0.01, p50=seconds, p99=seconds * 2)


def results(*, calls: int = 100_000, growth: float = 0.5) -> Results:
    """Return results of three rounds, the second of which took twice as long for all."""
    return Results(
        costs={case: [cost(case, factor) for factor in (1, 2, 1)] for case in CASES},
        sizes={(case.shape, case.source): 41_000 for case in CASES},
        patches=44,
        starts={name: [Started(0.3, 50.0)] for name in SECONDS},
        commands=dict.fromkeys(timed(Path()), Spread(0.1, 0.11, 0.13)),
        imports={"function.main": Imports(400, 210.5, (("grpc", 80.0),))},
        memory={name: Memory(calls, 50.0, (60.0, 60.0 + growth)) for name in (OURS, PEER, EMPTY)},
        before=RECORD,
        stages=RECORD,
        machine=("2 cores", "Python 3.11.7, " * 20),
        load_average=(0.1, 2.0),
    )
