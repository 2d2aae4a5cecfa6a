"""Outcomes of what cannot be rendered: nothing is applied and nothing is removed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from function.apis import environment_config
from function.apis.joined import Joined
from function.base.outcome import Outcome, Requirement
from function.base.problems import Problem, errors
from function.status import conditions, ttl
from function.status.reason import Reason
from function.status.reasons.input import INTERNAL_ERROR, INVALID_SPEC, PLATFORM_CONFIG_INVALID, RESPONSE_TOO_LARGE

_MOST_PROBLEMS = 100  # of a call


def rejected(problems: Iterable[Problem], *, reason: Reason | None = None) -> Outcome:
    """Return the fatal outcome for an input that cannot be rendered: nothing is applied and nothing is removed.

    Without a reason, the paths determine which input is invalid. Only an edit helps, and it causes another call.
    """
    outcome = Outcome(problems=errors(problems)[:_MOST_PROBLEMS])
    if not outcome.problems:
        raise ValueError("no error among the problems: without one, the answer would remove every object")
    if reason is None:
        of_settings = ("PlatformConfig", environment_config.KIND)
        settings_only = all(problem.path.startswith(of_settings) for problem in outcome.problems)
        reason = PLATFORM_CONFIG_INVALID if settings_only else INVALID_SPEC
    return replace(outcome, conditions=conditions.rejected(reason, outcome.fatal or ""), ttl_seconds=ttl.STEADY)


def unusable(
    problems: Iterable[Problem], own: Iterable[Problem], joined: Joined[Any], requirements: Mapping[str, Requirement]
) -> Outcome:
    """Return the fatal outcome for a claim that cannot be rendered, or not with what it takes from other objects.

    `own` are the problems of the claim, `requirements` what its variables need.
    """
    reason = None if errors(own) else joined.reason
    time = ttl.UNSETTLED if joined.reason else ttl.refused(requirements)
    return replace(rejected(problems, reason=reason), ttl_seconds=time)


def too_large(refusal: str) -> Outcome:
    """Return the fatal outcome of an answer that cannot be sent."""
    return rejected([Problem(path="", message=refusal, code="EP320")], reason=RESPONSE_TOO_LARGE)


def crashed(incident: str) -> Outcome:
    """Return the fatal outcome for an internal error; `incident` is also in the log."""
    cause = INTERNAL_ERROR.because(incident=incident)
    return Outcome(
        problems=(Problem(path="", message=cause.message, code="EP900"),),
        conditions=conditions.rejected(cause.reason, cause.message),
        ttl_seconds=ttl.UNSETTLED,
    )
