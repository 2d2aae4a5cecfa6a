"""Renders a request into everything that Crossplane needs: a pure function, defined for any JSON."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TypeVar

from function.apis.composite import identity_of
from function.apis.contract import Implementation
from function.apis.input import identify, settings, understand
from function.apis.registry import APIS, IMPLEMENTATIONS
from function.base.manifest import Json, Manifest
from function.base.model import Spec
from function.base.outcome import Composed, Outcome
from function.base.problems import Problem, errors
from function.base.request import Request
from function.delivery.mark import marked, requested
from function.delivery.resource import Resource
from function.delivery.wrapping import wrap
from function.platform.config import PlatformConfig
from function.status import conditions, ttl
from function.status.events import events
from function.status.observation import Observation, observe
from function.status.reason import Reason
from function.status.reasons.input import (
    INTERNAL_ERROR,
    INVALID_SPEC,
    PLATFORM_CONFIG_INVALID,
    RESPONSE_TOO_LARGE,
    UNSAFE_CHANGE,
)
from function.status.safety import unsafe

S = TypeVar("S", bound=Spec)
R = TypeVar("R")

_MOST_PROBLEMS = 100
"""Problems of a call."""


def render(request: Request) -> Outcome:
    """Return the outcome for a request; any invalid part of it gives a fatal outcome, never an exception."""
    outcome = _render(request)
    return replace(outcome, events=events(request.xr, outcome.conditions))


def _render(request: Request) -> Outcome:
    config, problems = settings(request.platform)
    if config is None:
        return rejected(problems)
    kind, problems = identify(APIS, request.xr, config)
    if kind is None:
        return rejected(problems)
    return _answer(IMPLEMENTATIONS[kind], request, config)


def _answer(api: Implementation[S, R], request: Request, config: PlatformConfig) -> Outcome:
    understood = understand(api.api, request.xr, config)
    if understood.spec is None or understood.identity is None:
        # keep the requirements of earlier calls as far as the identity determines them
        identity = identity_of(api.api, request.xr)[0]
        requirements = api.requirements(identity, config, None) if identity is not None else {}
        return replace(rejected(understood.problems), requirements=requirements)
    resolved = api.prepare(understood.spec, understood.identity, config)
    requirements = api.requirements(understood.identity, config, resolved)
    problems = [*understood.problems, *api.policy(resolved)]
    if errors(problems):
        return replace(rejected(problems), requirements=requirements)
    resources = api.compose(resolved)
    composed = {resource.key: marked(wrap(resource, understood.identity, config)) for resource in resources}
    unreadable = [*_unreadable(request, api.emits, {*composed}, requirements)]
    if unreadable:
        return replace(rejected(unreadable), requirements=requirements)
    keeps = partial(api.keeps, resolved)
    conflicts = unsafe(composed, request.observed, emits=api.emits, keeps=keeps, desired=request.desired)
    if conflicts:
        return replace(rejected(conflicts, reason=UNSAFE_CHANGE), requirements=requirements)
    observations = {resource.key: _observe(resource, composed, request.observed) for resource in resources}
    report = api.report(resolved, observations, request.required)
    operational = report.conditions[-1].status == "True"
    return Outcome(
        resources={key: Composed(manifest, observations[key].ready) for key, manifest in composed.items()},
        status=report.status,
        conditions=report.conditions,
        requirements=requirements,
        problems=tuple(problems),
        ttl_seconds=ttl.seconds(
            (observation.ready for observation in observations.values()), requirements, operational=operational
        ),
    )


def _unreadable(
    request: Request, emits: Callable[[str], bool], keys: Collection[str], requirements: Collection[str]
) -> Iterator[Problem]:
    """Yield what is wrong with resources of ours: nothing observed may be missing without a word."""
    for part in request.unreadable:
        if (part.part == "observed" and (part.name in keys or emits(part.name))) or (
            part.part == "required" and part.name in requirements
        ):
            yield part.problem


def _observe(resource: Resource, composed: Mapping[str, Manifest], observed: Mapping[str, Manifest]) -> Observation:
    found = observed.get(resource.key, {})
    return observe(resource, found, requested=requested(composed[resource.key], found))


def check(document: Manifest, platform: Mapping[str, Json]) -> list[Problem]:
    """Return the problems of a claim or composite resource; the check behind `platformctl validate`."""
    config, problems = settings(platform)
    if config is None:
        return problems
    kind, problems = identify(APIS, document, config)
    return problems if kind is None else _problems(IMPLEMENTATIONS[kind], document, config)


def _problems(api: Implementation[S, R], document: Manifest, config: PlatformConfig) -> list[Problem]:
    understood = understand(api.api, document, config)
    if understood.spec is None or understood.identity is None:
        return understood.problems
    return [*understood.problems, *api.policy(api.prepare(understood.spec, understood.identity, config))]


def rejected(problems: Iterable[Problem], *, reason: Reason | None = None) -> Outcome:
    """Return the fatal outcome for an input that cannot be rendered: nothing is applied and nothing is removed.

    Without a reason, the paths determine which input is invalid. Only an edit helps, and it causes another call.
    """
    outcome = Outcome(problems=errors(problems)[:_MOST_PROBLEMS])
    if not outcome.problems:
        raise ValueError("no error among the problems: without one, the answer would remove every object")
    if reason is None:
        settings_only = all(problem.path.startswith("PlatformConfig") for problem in outcome.problems)
        reason = PLATFORM_CONFIG_INVALID if settings_only else INVALID_SPEC
    return replace(outcome, conditions=conditions.rejected(reason, outcome.fatal or ""), ttl_seconds=ttl.STEADY)


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
