"""What bindings in files write into the cluster, for the services that read it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from function.apis.infra_binding import KIND
from function.base.identity import Scope
from function.base.manifest import Json, Manifest, at, text_at
from function.base.outcome import Requirement
from function.base.request import Fetch, Request
from function.check.composite import composite
from function.check.platform import Platform
from function.check.required import answered, matching
from function.check.resource import Resource
from function.delivery.live import asked
from function.manifests import config_map
from function.render import render


def written(
    resources: Iterable[Resource], platform: Platform, scope: Scope, required: Sequence[Manifest] | None = None
) -> Iterator[Manifest]:
    """Yield the documents of the bindings among these resources; a binding that is not valid has none.

    `required` has the values of their variables.
    """
    kind = platform.names[KIND]
    for resource in resources:
        if text_at(resource.manifest, "kind") == kind:
            yield from _written(composite(resource.manifest, scope, platform), platform, scope, required)


def with_binding(request: Request, documents: Callable[[], Sequence[Manifest]]) -> Request:
    """Return the request of a service with the document of its binding, if that is among these; others as they are."""
    if at(request.xr, "spec", "bindingRef") is None:
        return request
    wanted = render(replace(request, observed={}, required={})).requirements
    found = {name: found for name, requirement in wanted.items() if (found := matching(requirement, documents()))}
    return replace(request, required=found or None)


def once(
    resources: Callable[[], Iterable[Resource]],
    platform: Platform,
    scope: Scope,
    required: Sequence[Manifest] | None = None,
) -> Callable[[], Sequence[Manifest]]:
    """Return what computes the documents, as `written` does, once and only if a claim needs any."""

    @cache
    def found() -> tuple[Manifest, ...]:
        return tuple(written(resources(), platform, scope, required))

    return found


def fetch(documents: Callable[[], Sequence[Manifest]], required: Sequence[Manifest] | None = None) -> Fetch:
    """Return what finds these documents, and other objects in `required`.

    Without `required`, what is not among them may be in the cluster, so it is not known.
    """

    def found(wanted: Requirement) -> Sequence[Mapping[str, Json]] | None:
        own = matching(wanted, documents()) if wanted.kind == config_map.KIND.kind else []
        return own or (None if required is None else matching(wanted, required))

    return found


def _written(xr: Manifest, platform: Platform, scope: Scope, required: Sequence[Manifest] | None) -> Iterator[Manifest]:
    request = Request(xr=xr, platform=platform.in_effect(scope), known=platform.document is not None)
    outcome = render(request)
    if not outcome.resources and required is not None:  # it reads variables
        outcome = answered(lambda found: render(replace(request, required=found)), required)
    for made in outcome.resources.values():
        manifest = asked(made.manifest)
        if text_at(manifest, "kind") == config_map.KIND.kind:
            yield dict(manifest)
