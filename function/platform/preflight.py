"""The settings of PlatformConfig about preflights."""

from function.base.model import Spec
from function.base.types import Image


class Preflight(Spec):
    """Checks of what bindings refer to, by a Job in the namespace of the binding."""

    image: Image | None = None
    """Image of this function, which also runs the checks; namespaces must be able to pull it. Required for a preflight,
    beside policy.preflight."""
