"""The settings of PlatformConfig about diagnosis."""

from function.base.model import Spec


class Diagnosis(Spec):
    """What the function looks at to say why a service is not ready."""

    pods: bool = False
    """Read the services' pods. Without the shipped ClusterRole every service stops being reconciled."""
    secrets: bool = False
    """Read which keys the referenced Secrets have, never values."""
