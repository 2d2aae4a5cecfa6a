"""The warnings in a status: what needs attention but stops nothing."""

from collections.abc import Iterable

from function.base.problems import Problem

MOST = 10
"""Nobody reads more, and a status has a limited size."""


def shown(texts: Iterable[str]) -> list[str]:
    """Return the warnings that a status shows: sorted, without duplicates, at most ten."""
    return sorted(set(texts))[:MOST]


def texts(problems: Iterable[Problem]) -> list[str]:
    """Return the texts, without what a setting may allow: that is a warning only where the settings are not known."""
    return [str(problem) for problem in problems if problem.setting is None]
