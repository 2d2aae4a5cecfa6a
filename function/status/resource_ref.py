"""A reference to an object of a claim, as shown in its status."""

from function.base.model import Spec


class ResourceRef(Spec):
    """An object that belongs to the claim."""

    api_version: str
    """apiVersion of the object."""
    kind: str
    """Kind of the object."""
    name: str
    """Name of the object."""
    ready: bool
    """Whether the object is ready."""
    reason: str
    """Reason why the object is not ready, or Ready."""
