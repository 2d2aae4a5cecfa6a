"""The measurement: in each round every case once, in random order, so that drift affects all equally."""

import random
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from tools.bench.case import Case
from tools.bench.load import Cost, load
from tools.bench.prepared import Requests
from tools.bench.servers import Server

Costs: TypeAlias = Mapping[Case, Sequence[Cost]]
"""The costs of each case, one for each round."""

SECONDS = 1.5
"""How long a case is measured in a round."""


def measure(
    cases: Sequence[Case],
    functions: Mapping[tuple[str, bool], Server],
    requests: Mapping[tuple[str, str], Requests],
    program: Path,
    rounds: int,
    say: Callable[[str], None],
) -> Costs:
    """Return the costs; `functions` are by name and whether they have TLS, `requests` by shape and function."""
    costs: dict[Case, list[Cost]] = {case: [] for case in cases}
    for number in range(rounds):
        say(f"round {number + 1} of {rounds}")
        for case in random.sample(cases, len(cases)):
            server = functions[case.function, case.tls]
            file = requests[case.shape, case.source].file
            costs[case].append(load(program, server, file, case.callers, f"-seconds={SECONDS}"))
    return costs
