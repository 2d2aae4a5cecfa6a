"""What `render --explain` shows: which overlays changed which objects."""

from collections.abc import Iterable

from function.apis.composite import identity_of
from function.apis.overlays import claim_of, explained
from function.base.manifest import Manifest, text_at
from function.base.printable import printable
from function.check.platform import Platform


def overlaid(xr: Manifest, manifests: Iterable[Manifest], platform: Platform) -> str:
    """Return comment lines for the top of the output, "" without overlays that match."""
    kind = text_at(xr, "kind")
    identities = [identity_of(api, xr)[0] for api in platform.apis.values() if kind in (api.kind, api.composite_kind)]
    if not identities or identities[0] is None:
        return ""
    lines = explained(manifests, platform.config.overlays, claim_of(identities[0], xr))
    return "".join(f"# {printable(line)}\n" for line in lines)
