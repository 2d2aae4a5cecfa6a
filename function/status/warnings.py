"""The warnings in a status: what needs attention but stops nothing."""

from collections.abc import Iterable

MOST = 10
"""Nobody reads more, and a status has a limited size."""


def shown(texts: Iterable[str]) -> list[str]:
    """Return the warnings that a status shows: sorted, without duplicates, at most ten."""
    return sorted(set(texts))[:MOST]
