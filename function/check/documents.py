"""What bindings in files write into the cluster, for the services that read it."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from function.apis.infra_binding import KIND
from function.base.identity import Scope
from function.base.manifest import Manifest, text_at
from function.base.request import Fetch, Request
from function.check.composite import composite
from function.check.platform import Platform
from function.check.required import matching
from function.check.resource import Resource
from function.delivery.live import asked
from function.manifests import config_map
from function.render import render


def written(resources: Iterable[Resource], platform: Platform, scope: Scope) -> Iterator[Manifest]:
    """Yield the documents of the bindings among these resources; a binding that is not valid has none."""
    kind = platform.names[KIND]
    for resource in resources:
        if text_at(resource.manifest, "kind") == kind:
            yield from _written(composite(resource.manifest, scope, platform), platform, scope)


def fetch(resources: Callable[[], Iterable[Resource]], platform: Platform) -> Fetch:
    """Return what finds the documents of the bindings among these resources, which are read only if a claim needs any.

    What is not among them may be in the cluster, so it is not known.
    """

    @cache
    def found() -> tuple[Manifest, ...]:
        return tuple(written(resources(), platform, "claims"))

    return lambda wanted: (matching(wanted, found()) or None) if wanted.kind == config_map.KIND.kind else None


def _written(xr: Manifest, platform: Platform, scope: Scope) -> Iterator[Manifest]:
    request = Request(xr=xr, platform=platform.in_effect(scope), known=platform.document is not None)
    for made in render(request).resources.values():
        manifest = asked(made.manifest)
        if text_at(manifest, "kind") == config_map.KIND.kind:
            yield dict(manifest)
