"""Every kind that the function emits, found in the modules that write the manifests."""

from function import apis, manifests
from function.base.discovery import walk
from function.base.kind import Kind


def kinds() -> list[Kind]:
    """Return each kind that a module of `manifests` or of an API declares as `KIND`, in the order of the modules."""
    declared = (getattr(module, "KIND", None) for package in (manifests, apis) for module in walk(package.__name__))
    # the name is not enough: a module may import the KIND of another, or that of the PlatformConfig, which is a string
    return [kind for kind in dict.fromkeys(declared) if isinstance(kind, Kind)]
