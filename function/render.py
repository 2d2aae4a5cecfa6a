"""Renders a request into everything that Crossplane needs: a pure function, defined for any JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from function.apis import cluster_settings, environment_config, existing, overlays
from function.apis.all_problems import all_problems
from function.apis.breach import with_severity
from function.apis.checked import Checked
from function.apis.composite import identity_of
from function.apis.contract import Implementation
from function.apis.input import understand
from function.apis.joined import known as fetched
from function.apis.platform_settings import implementation_of, platform_settings
from function.apis.reading import reading
from function.apis.resolution import resolve
from function.apis.transition import composed as composed_resources
from function.base.identity import Identity
from function.base.manifest import Json, Manifest, text_at
from function.base.model import Spec
from function.base.outcome import Composed, Outcome, Requirement
from function.base.problems import Problem, errors, warnings
from function.base.request import Fetch, Request
from function.base.undecoded import UndecodableError
from function.delivery.mark import requested
from function.delivery.resource import Resource
from function.platform.config import PlatformConfig
from function.refused import rejected, unusable
from function.removals import of_removals
from function.status import conditions, ttl
from function.status.events import events
from function.status.observation import Observation, observe
from function.status.reasons.input import UNSAFE_CHANGE
from function.status.reasons.settings import SETTINGS_NOT_FOUND

S = TypeVar("S", bound=Spec)
R = TypeVar("R")


def render(request: Request) -> Outcome:
    """Return the outcome for a request; any invalid part of it gives a fatal outcome, never an exception."""
    try:
        outcome = _render(request)
        found = events(request.xr, outcome.conditions)
        return replace(outcome, events=found) if found else outcome
    except UndecodableError as error:
        return rejected([error.problem])


def _render(request: Request) -> Outcome:
    effective = cluster_settings.in_effect(request)
    return cluster_settings.requiring(_render_with(effective, request), effective)


def _render_with(effective: cluster_settings.Settings, request: Request) -> Outcome:
    if effective.problems:
        return rejected(effective.problems, reason=SETTINGS_NOT_FOUND if effective.missing else None)
    if effective.document is None:
        # without settings, it is not known which API this is: what earlier steps ask for is not ours
        return reading(request, lambda key: key not in request.desired, cluster_settings.reading(effective))
    config, problems = platform_settings(effective.document)
    if config is None:
        return rejected(environment_config.placed(problems, effective.own))
    api, problems = implementation_of(request.xr, config)
    return rejected(problems) if api is None else _answer(api, request, config)


def _answer(api: Implementation[S, R], request: Request, config: PlatformConfig) -> Outcome:
    identity = identity_of(api.api, request.xr)[0]
    resolution = resolve(api.api, request.xr, identity, config, request.required)
    understood = understand(api.api, resolution.document, config)
    if understood.spec is None or understood.identity is None or resolution.waiting:
        # keep the requirements of earlier calls as far as the identity determines them
        of_identity = api.requirements(identity, config, None) if identity is not None else {}
        requirements = {**resolution.requirements, **of_identity}
        if resolution.waiting:
            outcome = reading(request, api.emits, conditions.reading(resolution.waiting))
            return replace(outcome, requirements=requirements)
        problems = resolution.reported(all_problems(api, resolution.document, understood, config))
        time = ttl.refused(resolution.requirements)
        refused = rejected(with_severity(problems, known=request.known))
        return replace(refused, requirements=requirements, ttl_seconds=time)
    joined = api.join(api.prepare(understood.spec, understood.identity, config), request.required, request.observed)
    resolved = joined.resolved
    requirements = {**resolution.requirements, **api.requirements(understood.identity, config, resolved)}
    own = resolution.reported([*understood.problems, *api.policy(resolved)])
    problems = with_severity([*own, *joined.problems], known=request.known)
    if errors(problems):
        return replace(unusable(problems, own, joined, resolution.requirements), requirements=requirements)
    if joined.waiting:
        unread = request.required is None
        outcome = rejected(joined.unknown) if unread else reading(request, api.emits, joined.waiting)
        return replace(outcome, requirements=requirements)
    try:
        outside = resolution.outside
        return _rendered(api, request, config, understood.identity, resolved, requirements, problems, outside)
    except UndecodableError as error:
        wanted = existing.requirements(_new(api.compose(resolved), request, config))
        return replace(rejected([error.problem]), requirements={**requirements, **wanted})


def _new(resources: Sequence[Resource], request: Request, config: PlatformConfig) -> dict[str, Manifest]:
    """Return the objects to look for before they are created, if anybody fetches them."""
    return existing.unobserved(resources, request.observed, config) if request.required is not None else {}


def _rendered(
    api: Implementation[S, R],
    request: Request,
    config: PlatformConfig,
    identity: Identity,
    resolved: R,
    requirements: Mapping[str, Requirement],
    problems: Sequence[Problem],
    outside: Mapping[str, str],
) -> Outcome:
    """Return the answer to a valid spec; `problems` are warnings."""
    if config.takeover_mode:
        resolved = api.adopt(resolved, request.observed)
    made = api.compose(resolved)
    if config.overlays:
        made = overlays.overlaid(made, config.overlays, overlays.claim_of(identity, request.xr))
    transition = api.transition(made, request.observed)
    resources, required = transition.resources, request.required or {}
    new = _new(resources, request, config)
    requirements = {**requirements, **existing.requirements(new)}
    composed = composed_resources(transition, identity, config)
    conflicts = [
        *of_removals(api, resolved, composed, request, config, outside),
        *existing.foreign(new, required, text_at(request.xr, "metadata", "uid")),
    ]
    if errors(conflicts):
        return replace(rejected(conflicts, reason=UNSAFE_CHANGE), requirements=requirements)
    every = (*resources, *transition.temporary)
    seen = {resource.key: _observe(resource, composed, request.observed) for resource in every}
    observations = {resource.key: seen[resource.key] for resource in resources}
    ready = [observation.ready for observation in seen.values()]
    report = api.report(resolved, observations, required, request.xr, warnings([*problems, *conflicts]))
    operational = report.conditions[-1].status == "True"
    outcome = Outcome(
        resources={key: Composed(composed[key], seen[key].ready) for key in composed if key not in transition.held},
        status=report.status,
        conditions=report.conditions,
        requirements=requirements,
        problems=tuple(problems),
        ttl_seconds=ttl.seconds(ready, requirements, request.xr, operational=operational),
    )
    unanswered = existing.unanswered(new, required)
    progressing = api.api.phases["progressing"]
    return existing.held(outcome, request.observed, progressing, unanswered) if unanswered else outcome


def _observe(
    resource: Resource, composed: Mapping[str, Manifest], observed: Mapping[str, Mapping[str, Json]]
) -> Observation:
    found = observed.get(resource.key, {})
    return observe(resource, found, requested=requested(composed[resource.key], found))


def check(
    document: Mapping[str, Json], platform: Mapping[str, Json] | None, fetch: Fetch | None = None
) -> list[Problem]:
    """Return the problems of a claim or composite resource; the check behind `platformctl validate`.

    None stands for unknown settings: violations of their policy are then warnings. `fetch` returns objects that the
    claim reads; what is not known of them is a warning.
    """
    return checked(document, platform, fetch).problems


def checked(document: Mapping[str, Json], platform: Mapping[str, Json] | None, fetch: Fetch | None = None) -> Checked:
    """Return the problems, as `check` does, and what a document without errors has in common with others."""
    config, problems = platform_settings(platform or {})
    if config is None:
        return Checked(problems)
    api, problems = implementation_of(document, config)
    if api is None:
        return Checked(problems)
    known = platform is not None
    resolution = resolve(api.api, document, identity_of(api.api, document)[0], config, None)
    if config.variables.sources or not known:
        resolution = resolution.lenient()
    found = _of_document(api, resolution.document, config, fetch)
    problems = with_severity(resolution.reported(found.problems), known=known)
    return Checked(problems, None if errors(problems) else found.links)


def _of_document(
    api: Implementation[S, R], document: Mapping[str, Json], config: PlatformConfig, fetch: Fetch | None
) -> Checked:
    understood = understand(api.api, document, config)
    if understood.spec is None or understood.identity is None:
        return Checked(all_problems(api, document, understood, config))
    resolved = api.prepare(understood.spec, understood.identity, config)
    joined = api.join(resolved, fetched(api.requirements(understood.identity, config, resolved), fetch), {})
    problems = [*understood.problems, *api.policy(joined.resolved), *joined.problems, *joined.unchecked]
    return Checked(problems, partial(api.links, joined.resolved))
