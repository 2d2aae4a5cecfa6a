"""The objects that a claim gives, by kind."""

from collections.abc import Mapping

from function.base.identity import Scope
from function.base.manifest import Manifest
from function.base.request import Request
from function.check.composite import composite
from function.check.platform import Platform
from function.delivery.mark import plain
from function.importing.kinds import kind_of
from function.importing.written import written
from function.render import render


def rendered(claim: Manifest, platform: Platform, scope: Scope) -> Mapping[str, Manifest] | None:
    """Return the objects as an API server stores them, or None if the claim is refused."""
    request = Request(
        xr=composite(claim, scope, platform), platform=platform.in_effect(scope), known=platform.document is not None
    )
    outcome = render(request)
    if outcome.fatal:
        return None
    manifests = [plain(resource.manifest) for resource in outcome.resources.values()]
    return {kind_of(manifest): written(kind_of(manifest), manifest) for manifest in manifests}
