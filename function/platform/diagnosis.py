"""The settings of PlatformConfig about diagnosis."""

from function.base.model import Spec


class Diagnosis(Spec):
    """What the function reads to find out why a service is not ready."""

    pods: bool = False
    """Read the pods of services. Requires the supplied ClusterRole: without it, no service can be reconciled."""
    secrets: bool = False
    """Read the key names of referenced Secrets, never their values."""
