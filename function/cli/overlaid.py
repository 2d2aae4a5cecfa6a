"""What `render --explain` shows: which overlays changed which objects."""

from collections.abc import Iterable

from function.apis.composite import identity_of
from function.apis.overlays import claim_of, explained
from function.apis.platform_settings import implementation_of
from function.base.manifest import Manifest
from function.base.printable import printable
from function.check.platform import Platform


def overlaid(xr: Manifest, manifests: Iterable[Manifest], platform: Platform) -> str:
    """Return comment lines for the top of the output, "" without overlays that match."""
    api = implementation_of(xr, platform.config)[0]
    identity = identity_of(api.api, xr)[0] if api else None
    if identity is None:
        return ""
    lines = explained(manifests, platform.config.overlays, claim_of(identity, xr))
    return "".join(f"# {printable(line)}\n" for line in lines)
