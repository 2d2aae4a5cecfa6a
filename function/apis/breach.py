"""What PlatformConfig.spec.policy does not allow."""

from collections.abc import Iterable
from dataclasses import replace

from function.base.problems import Problem

CODE = "EP224"


def breach(path: str, what: str, setting: str) -> Problem:
    """Return the problem that only `setting` of the policy could allow; `what` says what the value at `path` does."""
    return Problem(path=path, message=what, code=CODE, setting=f"PlatformConfig.spec.policy.{setting}")


def with_severity(problems: Iterable[Problem], *, known: bool) -> list[Problem]:
    """Return the problems; those that a setting could allow are warnings if the settings are unknown."""
    return [_with_severity(problem, known=known) if problem.setting else problem for problem in problems]


def _with_severity(problem: Problem, *, known: bool) -> Problem:
    words = "not allowed by" if known else "allowed only by"
    message = f"{problem.message}; {words} {problem.setting}" if problem.code == CODE else problem.message
    return replace(problem, message=message, severity=problem.severity if known else "warning")
