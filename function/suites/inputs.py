"""What a case gives to the function."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from function.base.manifest import Json, Manifest, mapping_at
from function.base.problems import describe
from function.base.request import Fetch, Request
from function.check import documents
from function.check.assigned import Assignment, AssignmentError, is_of_claim, with_values
from function.check.composite import composite
from function.check.platform import Platform, overridden
from function.check.required import known
from function.check.resource import Resource
from function.check.steps import steps
from function.suites.model.given import Given
from function.suites.sources import Sources, UnusableError, only, usable


class Free(NamedTuple):
    """The fields with any content, as they are written: with nulls."""

    manifest: Mapping[str, Json]
    values: Mapping[str, Json]
    settings: Mapping[str, Json]


class Inputs(NamedTuple):
    """A claim as it is written, the request with its composite, and what can be read of the cluster."""

    manifest: Manifest
    platform: Platform
    request: Request
    required: Sequence[Manifest] | None
    fetch: Fetch


def free(suite: Json, case: Json) -> Free:
    """Return these fields of `given` in a suite and one of its cases."""
    both = [mapping_at(value, "given") for value in (suite, case)]
    either = {**both[0], **both[1]}
    values = [mapping_at(given, "set") for given in both]
    return Free(mapping_at(either, "manifest"), {**values[0], **values[1]}, mapping_at(either, "settings"))


def inputs(given: Given, written: Free, sources: Sources) -> Inputs:
    """Return what a case gives; raises UnusableError."""
    settings = settings_of(given, written.settings, sources)
    whole, beside = _claim(given, written.manifest, settings, sources)
    claim = _changed(whole, written.values)
    required = usable("required", lambda: None if given.required is None else sources.manifests(given.required))
    beside = [*beside, *usable("bindings", lambda: sources.resources(given.bindings))]
    own = documents.once(lambda: beside, settings, given.scope, required)
    base = Request(
        xr=composite(claim, given.scope, settings),
        observed=usable("observed", lambda: sources.observed(given.observed)),
        platform=settings.in_effect(given.scope),
        known=settings.document is not None,
    )
    request = documents.with_binding(base, own)
    return Inputs(claim, settings, request, known(request, required), documents.fetch(own, required))


def settings_of(given: Given, data: Mapping[str, Json], sources: Sources) -> Platform:
    """Return the settings of a case, or of a suite, with those that are written in it; raises UnusableError."""
    settings = usable("platformConfig", lambda: sources.platform(given.platform_config))
    if not data:
        return settings
    found, problems = overridden(settings, given.scope, data)
    if found is None:
        shown = [str(problem).replace("EnvironmentConfig.data", "settings", 1) for problem in problems]
        raise UnusableError("settings", "; ".join(shown))
    return found


def _claim(
    given: Given, manifest: Mapping[str, Json], settings: Platform, sources: Sources
) -> tuple[Manifest, list[Resource]]:
    """Return the claim, and the other resources of its file."""
    if given.claim is not None and given.manifest is not None:
        raise UnusableError("manifest", describe("cannot be set together with claim", hint="remove one of them"))
    if given.manifest is not None:
        return dict(manifest), []
    if given.claim is None:
        raise UnusableError("", describe("names no claim", hint="set given.claim or given.manifest"))
    path, name = given.claim, given.name
    found = usable("claim", lambda: sources.resources([path]))
    chosen = usable("claim", lambda: only(found, settings.kinds, name))
    return chosen.manifest, [resource for resource in found if resource is not chosen]


def _changed(claim: Manifest, values: Mapping[str, Json]) -> Manifest:
    assignments = [Assignment(path, steps(path), value) for path, value in values.items()]
    for found in assignments:
        if not is_of_claim(found.steps):
            hint = "write spec.size or spec.env[LOG_LEVEL].value"
            raise UnusableError("set", describe(f"{found.path}: must be a path below spec or metadata", hint=hint))
    try:
        return dict(mapping_at({"": with_values(claim, assignments)}, ""))
    except AssignmentError as error:
        raise UnusableError("set", str(error)) from None
