"""The annotations of the pods of an EventDrivenService."""

from function.apis.event_driven_service.resolve import Resolved
from function.apis.sidecar_token import without_token


def annotations(resolved: Resolved) -> dict[str, str]:
    """Return the platform's annotations, then those for the binding's sidecar; the claim's override both."""
    defaults = resolved.config.defaults.pod.annotations
    return without_token({**defaults, **resolved.bound.annotations, **resolved.spec.pod_annotations})
