"""From a composite resource and what was observed to all that Crossplane should know: pure, and total for any JSON."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from function import compose
from function.base.manifest import Json, Manifest
from function.base.outcome import Composed, Outcome, Requirement
from function.base.plugins import members
from function.base.problems import Problem, errors
from function.delivery.wrapping import wrap
from function.spec.api import Api
from function.spec.composite import composite
from function.spec.input import settings, understand
from function.spec.platform_config import PlatformConfig
from function.status import conditions, ttl
from function.status.events import events
from function.status.observation import observe
from function.status.reason import Reason
from function.status.reasons.input import INTERNAL_ERROR, INVALID_SPEC, PLATFORM_CONFIG_INVALID, UNSAFE_CHANGE
from function.status.safety import unsafe

_MODULES: dict[str, Any] = {
    module.API.kind: module for module in members(compose.__name__, list(compose.__path__)).values()
}
APIS: Mapping[str, Api] = {kind: module.API for kind, module in _MODULES.items()}
"""The APIs by claim kind."""


def render(
    xr: Manifest,
    observed: Mapping[str, Manifest],
    required: Mapping[str, Sequence[Manifest]],
    platform: Mapping[str, Json],
) -> Outcome:
    """Return the whole answer for the composite resource `xr`.

    `observed` are composed resources by key, `required` those asked for in an earlier call by name, `platform` is a
    PlatformConfig document or {}. A mistake in any of them gives a fatal outcome and never an exception.
    """
    outcome = _render(xr, observed, required, platform)
    return replace(outcome, events=events(xr, outcome.conditions))


def _render(
    xr: Manifest,
    observed: Mapping[str, Manifest],
    required: Mapping[str, Sequence[Manifest]],
    platform: Mapping[str, Json],
) -> Outcome:
    config, problems = settings(platform)
    if config is None:
        return rejected(problems)
    found = understand(APIS, xr, config)
    if found.spec is None or found.composite is None or found.api is None:
        return replace(rejected(found.problems), requirements=_requirements(found.api, xr, config))
    module = _MODULES[found.api.kind]
    problems = [*found.problems, *module.policy(found.spec, found.composite, config)]
    requirements = module.requirements(found.spec, found.composite, config)
    if errors(problems):
        return replace(rejected(problems), requirements=requirements)
    resources = module.compose(found.spec, found.composite, config)
    wrapped = {one.key: wrap(one, found.composite, config) for one in resources}
    conflicts = unsafe(wrapped, observed, known=module.KEYS, explained=module.explained(found.spec))
    if conflicts:
        return replace(rejected(conflicts, reason=UNSAFE_CHANGE), requirements=requirements)
    seen = {one.key: observe(one.key, one.manifest, one.readiness, observed.get(one.key, {})) for one in resources}
    status, judged = module.report(found.spec, found.composite, config, seen, required)
    operational = judged[-1].status == "True"
    return Outcome(
        resources={key: Composed(manifest, seen[key].ready) for key, manifest in wrapped.items()},
        status=status,
        conditions=judged,
        requirements=requirements,
        problems=tuple(problems),
        ttl_seconds=ttl.seconds((one.ready for one in seen.values()), requirements, operational=operational),
    )


def _requirements(api: Api | None, xr: Manifest, config: PlatformConfig) -> Mapping[str, Requirement]:
    """Return what is asked for while the spec is invalid: the same as ever, as far as the identity tells."""
    identity = composite(api, xr)[0] if api is not None else None
    return _MODULES[api.kind].requirements(None, identity, config) if api is not None and identity is not None else {}


def check(document: Manifest, platform: Mapping[str, Json]) -> list[Problem]:
    """Return what is wrong with a claim or composite resource; the judge behind `platformctl validate`."""
    config, problems = settings(platform)
    if config is None:
        return problems
    found = understand(APIS, document, config)
    if found.spec is None or found.composite is None or found.api is None:
        return found.problems
    return [*found.problems, *_MODULES[found.api.kind].policy(found.spec, found.composite, config)]


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
