"""A claim together with what it takes from objects that Crossplane fetches."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from function.base.condition import Condition
from function.base.manifest import Json
from function.base.outcome import Requirement
from function.base.problems import Problem
from function.base.request import Fetch
from function.status.reason import Reason

R_co = TypeVar("R_co", covariant=True)


@dataclass(frozen=True, kw_only=True)
class Joined(Generic[R_co]):
    """A resolved claim with what it takes from fetched objects.

    If `problems` contains an error, nothing is applied, for `reason`. While an object is not known, `waiting` are all
    conditions, and `unknown` says what it is.
    """

    resolved: R_co
    problems: tuple[Problem, ...] = ()
    reason: Reason | None = None
    waiting: tuple[Condition, ...] = ()
    unknown: tuple[Problem, ...] = ()

    @property
    def unchecked(self) -> list[Problem]:
        """Return a warning about each object that is not known, for who cannot read all objects."""
        return [
            replace(problem, message=f"not checked: {problem.message}", severity="warning") for problem in self.unknown
        ]


def known(wanted: Mapping[str, Requirement], fetch: Fetch | None) -> dict[str, Sequence[Mapping[str, Json]]]:
    """Return what is known of the required resources, by the names of their requirements."""
    if fetch is None:
        return {}
    answers = {name: fetch(requirement) for name, requirement in wanted.items()}
    return {name: answer for name, answer in answers.items() if answer is not None}
