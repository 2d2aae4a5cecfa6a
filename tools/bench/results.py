"""All that one run has measured."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tools.bench.case import Case
from tools.bench.imports import Imports
from tools.bench.load import Cost
from tools.bench.memory import Memory
from tools.bench.rounds import Costs
from tools.bench.spread import Spread, ratio, spread
from tools.bench.stages.record import Record
from tools.bench.start import Started


@dataclass(frozen=True, kw_only=True)
class Results:
    """Costs by case, sizes in bytes by shape and function, and everything else by function or command."""

    costs: Costs
    sizes: Mapping[tuple[str, str], int]
    patches: int
    starts: Mapping[str, Sequence[Started]]
    commands: Mapping[str, Spread]
    imports: Mapping[str, Imports]
    memory: Mapping[str, Memory]
    before: Record
    stages: Record
    machine: Sequence[str]
    load_average: tuple[float, float]
    """At the begin and at the end."""

    def spread(self, case: Case, figure: Callable[[Cost], float]) -> Spread:
        """Return the spread of a figure over the rounds."""
        return spread([figure(cost) for cost in self.costs[case]])

    def ratio(self, case: Case, other: Case, figure: Callable[[Cost], float]) -> Spread:
        """Return the spread of the ratio of a figure of two cases."""
        return ratio([figure(cost) for cost in self.costs[case]], [figure(cost) for cost in self.costs[other]])

    @property
    def width(self) -> float:
        """Return how far apart the quartiles of CPU are in the worst case, as a share of the median."""
        return max(self.spread(case, cpu).width for case in self.costs)

    @property
    def rounds(self) -> int:
        """Return how often each case was measured."""
        return len(next(iter(self.costs.values())))


def cpu(cost: Cost) -> float:
    """Return the CPU seconds of 1,000 calls."""
    return cost.cpu / cost.calls * 1000


def rate(cost: Cost) -> float:
    """Return the calls in a second."""
    return cost.calls / cost.wall


def p50(cost: Cost) -> float:
    """Return the milliseconds that half of the calls do not exceed."""
    return cost.p50 * 1000


def p99(cost: Cost) -> float:
    """Return the milliseconds that 99 of 100 calls do not exceed."""
    return cost.p99 * 1000
