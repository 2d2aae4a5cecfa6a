"""What PlatformConfig.spec.policy does not allow."""

from collections.abc import Iterable
from dataclasses import replace

from function.base.problems import Problem


def breach(path: str, what: str, setting: str) -> Problem:
    """Return the problem that only `setting` of the policy could allow; `what` says what the value at `path` does."""
    return Problem(path=path, message=what, code="EP224", setting=f"PlatformConfig.spec.policy.{setting}")


def told(problems: Iterable[Problem], *, known: bool) -> list[Problem]:
    """Return the problems with the settings that decide; a warning where the platform's settings are not known."""
    return [_told(problem, known=known) if problem.setting else problem for problem in problems]


def _told(problem: Problem, *, known: bool) -> Problem:
    if known:
        return replace(problem, message=f"{problem.message}; not allowed by {problem.setting}")
    return replace(problem, message=f"{problem.message}; allowed only by {problem.setting}", severity="warning")
