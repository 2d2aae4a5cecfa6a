"""From a request to all that Crossplane should know: pure, and total for any JSON."""

from collections.abc import Iterable, Mapping
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
from function.status.reasons.input import INTERNAL_ERROR, INVALID_SPEC, PLATFORM_CONFIG_INVALID, UNSAFE_CHANGE
from function.status.safety import unsafe

S = TypeVar("S", bound=Spec)
R = TypeVar("R")


def render(request: Request) -> Outcome:
    """Return the whole answer to a request; a mistake in any part of it gives a fatal outcome, never an exception."""
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
    found = understand(api.api, request.xr, config)
    if found.spec is None or found.identity is None:
        # what was asked for stays asked for, as far as the identity tells
        identity = identity_of(api.api, request.xr)[0]
        asked = api.requirements(identity, config, None) if identity is not None else {}
        return replace(rejected(found.problems), requirements=asked)
    resolved = api.prepare(found.spec, found.identity, config)
    requirements = api.requirements(found.identity, config, resolved)
    problems = [*found.problems, *api.policy(resolved)]
    if errors(problems):
        return replace(rejected(problems), requirements=requirements)
    resources = api.compose(resolved)
    composed = {resource.key: marked(wrap(resource, found.identity, config)) for resource in resources}
    keeps = partial(api.keeps, resolved)
    conflicts = unsafe(composed, request.observed, emits=api.emits, keeps=keeps, desired=request.desired)
    if conflicts:
        return replace(rejected(conflicts, reason=UNSAFE_CHANGE), requirements=requirements)
    seen = {resource.key: _seen(resource, composed[resource.key], request.observed) for resource in resources}
    report = api.report(resolved, seen, request.required)
    operational = report.conditions[-1].status == "True"
    ready = [observation.ready for observation in seen.values()]
    return Outcome(
        resources={key: Composed(manifest, seen[key].ready) for key, manifest in composed.items()},
        status=report.status,
        conditions=report.conditions,
        requirements=requirements,
        problems=tuple(problems),
        ttl_seconds=ttl.seconds(ready, requirements, operational=operational),
    )


def _seen(resource: Resource, composed: Manifest, observed: Mapping[str, Manifest]) -> Observation:
    found = observed.get(resource.key, {})
    return observe(resource, found, requested=requested(composed, found))


def check(document: Manifest, platform: Mapping[str, Json]) -> list[Problem]:
    """Return what is wrong with a claim or composite resource; the judge behind `platformctl validate`."""
    config, problems = settings(platform)
    if config is None:
        return problems
    kind, problems = identify(APIS, document, config)
    return problems if kind is None else _problems(IMPLEMENTATIONS[kind], document, config)


def _problems(api: Implementation[S, R], document: Manifest, config: PlatformConfig) -> list[Problem]:
    found = understand(api.api, document, config)
    if found.spec is None or found.identity is None:
        return found.problems
    return [*found.problems, *api.policy(api.prepare(found.spec, found.identity, config))]


def rejected(problems: Iterable[Problem], *, reason: Reason | None = None) -> Outcome:
    """Return the fatal outcome of an input that cannot be rendered: nothing is applied and nothing is removed.

    Without a reason the places tell whose input it is. Only an edit helps, and that is watched.
    """
    outcome = Outcome(problems=errors(problems))
    if reason is None:
        settings_only = all(problem.path.startswith("PlatformConfig") for problem in outcome.problems)
        reason = PLATFORM_CONFIG_INVALID if settings_only else INVALID_SPEC
    message = reason.because(problems=outcome.fatal or "").message
    return replace(outcome, conditions=conditions.rejected(reason, message), ttl_seconds=ttl.STEADY)


def crashed(incident: str) -> Outcome:
    """Return the fatal outcome of a bug of ours; `incident` is also in the log."""
    cause = INTERNAL_ERROR.because(incident=incident)
    return Outcome(
        problems=(Problem(path="", message=cause.message, code="EP900"),),
        conditions=conditions.rejected(cause.reason, cause.message),
        ttl_seconds=ttl.UNSETTLED,
    )
