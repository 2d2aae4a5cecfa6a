"""An object that an API made, as its status names it."""

from function.base.model import Spec


class ResourceRef(Spec):
    """An object of the service."""

    api_version: str
    """Its apiVersion."""
    kind: str
    """Its kind."""
    name: str
    """Its name."""
    ready: bool
    """Whether it is ready."""
    reason: str
    """Why it is not, or Ready."""
