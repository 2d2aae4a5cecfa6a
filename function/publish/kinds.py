"""Every kind that is emitted, found where its manifest is written."""

from function import apis, manifests
from function.base.discovery import walk
from function.base.kind import Kind


def kinds() -> list[Kind]:
    """Return each kind that a module of `manifests` or of an API declares as `KIND`, in the order of the modules."""
    declared = (getattr(module, "KIND", None) for package in (manifests, apis) for module in walk(package.__name__))
    # the name alone says little: a module may import the KIND of another, or that of the PlatformConfig, a string
    return [kind for kind in dict.fromkeys(declared) if isinstance(kind, Kind)]
