"""Medians and quartiles."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Spread:
    """The median of some values, and the quartiles around it."""

    low: float
    median: float
    high: float

    @property
    def width(self) -> float:
        """Return how far apart the quartiles are, as a share of the median."""
        return (self.high - self.low) / self.median if self.median else 0.0


def spread(values: Sequence[float]) -> Spread:
    """Return the spread of one or more values."""
    if len(values) == 1:
        return Spread(values[0], values[0], values[0])
    return Spread(*statistics.quantiles(values, n=4, method="inclusive"))


def ratio(values: Sequence[float], others: Sequence[float]) -> Spread:
    """Return the spread of the ratios, taken round by round: both values of a round are of the same minute."""
    return spread([value / other for value, other in zip(values, others, strict=True)])
