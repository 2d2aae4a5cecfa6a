"""The composite resource of a document: the one that Crossplane creates for a claim, or the document itself."""

from function.apis.claim import composite_of
from function.base.identity import Scope
from function.base.manifest import Manifest, text_at
from function.check.namespace import with_namespace
from function.check.platform import Platform


def composite(manifest: Manifest, scope: Scope, settings: Platform) -> Manifest:
    """Return the composite resource, with the namespace that kubectl would use if there is none."""
    whole = with_namespace(manifest, settings)
    api = settings.api(text_at(whole, "kind"))
    return composite_of(api, whole) if api and scope == "claims" else whole
