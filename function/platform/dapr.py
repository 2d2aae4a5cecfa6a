"""The settings of PlatformConfig about Dapr."""

from function.base.model import Spec


class Dapr(Spec):
    """Dapr of bindings."""

    enabled: bool = False
    """Create the objects of Dapr that bindings ask for. The cluster needs Dapr. Default: false."""
