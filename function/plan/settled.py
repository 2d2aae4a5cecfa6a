"""What a claim comes to in the end: the composed resources once calls change nothing any more."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from function.base.manifest import Manifest
from function.base.outcome import Outcome
from function.base.problems import Problem, errors
from function.base.request import Request
from function.plan import cluster

_MOST_CALLS = 8
"""No claim needs more than four: its objects, its jobs, both seen to be its own, and the same again."""


@dataclass(frozen=True)
class Settled:
    """The composed resources by key, or the problems for which the function composes none.

    `waiting` names what the function still asks the cluster for.
    """

    composed: Mapping[str, Manifest] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    waiting: tuple[str, ...] = ()


def settled(answer: Callable[[Request], Outcome], request: Request) -> Settled:
    """Call the function again and again, each time as if the cluster had applied the answer before."""
    made: dict[str, Manifest] = {}
    for _ in range(_MOST_CALLS):
        outcome = answer(request)
        if outcome.fatal is not None:
            return Settled(problems=errors(outcome.problems))
        before, made = made, {key: composed.manifest for key, composed in outcome.resources.items()}
        if not made and outcome.requirements:
            return Settled(waiting=tuple(sorted(found.name for found in outcome.requirements.values())))
        if made == before:
            break
        request = replace(request, observed=cluster.observed(made))
    return Settled(made)
