"""How long a new revision of an EventDrivenService may take before Kubernetes calls its rollout stuck."""

from function.apis.event_driven_service.model.service import EventDrivenService
from function.apis.event_driven_service.probes import startup_window

KUBERNETES = 600
"""The default of Kubernetes, in seconds: time to pull the image and to become ready."""
MIGRATIONS = 600
"""Time in seconds for the init container."""


def progress_deadline(spec: EventDrivenService) -> int | None:
    """Return `progressDeadlineSeconds` of the Deployment, or None for the default of Kubernetes."""
    if spec.progress_deadline_seconds is not None:
        return spec.progress_deadline_seconds
    slow = startup_window(spec) + (MIGRATIONS if spec.init_container else 0)
    return KUBERNETES + slow if slow else None
