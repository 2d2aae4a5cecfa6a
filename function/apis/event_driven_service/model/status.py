"""The status of an EventDrivenService. If any field were not declared in the XRDs, the whole status would be lost."""

from typing import Literal

from function.apis.api import Column
from function.base.model import Spec
from function.status.resource_ref import ResourceRef

Phase = Literal["Pending", "Progressing", "Running", "Idle", "Degraded", "Blocked", "Paused"]


class ReplicaStatus(Spec):
    """Pods of the Deployment."""

    summary: str
    """Numbers of ready and desired pods, such as 3/3."""
    ready: int = 0
    """Number of ready pods."""
    desired: int = 0
    """Number of desired pods."""
    updated: int = 0
    """Number of pods of the current revision."""
    available: int = 0
    """Number of available pods."""


class ScalingStatus(Spec):
    """State of the autoscaler."""

    state: str
    """One of active, idle, paused, fallback, error, off, unknown."""
    range: str
    """Minimum and maximum number of replicas, such as 1/10."""
    min: int
    """Minimum number of replicas."""
    max: int
    """Maximum number of replicas."""
    hpa_name: str | None = None
    """Name of the HorizontalPodAutoscaler that KEDA created."""


class EventDrivenServiceStatus(Spec):
    """Observed state of the service."""

    phase: Phase | None = None
    """One of Pending, Progressing, Running, Idle, Degraded, Blocked, Paused."""
    message: str | None = None
    """Summary of the state and of what to do."""
    observed_generation: int | None = None
    """Generation that this status refers to. Not set for claims, because the function sees only the composite."""
    settings: str | None = None
    """EnvironmentConfig whose settings apply in addition to those of the Composition."""
    image: str | None = None
    """Image that the service runs."""
    version: str | None = None
    """Tag of the image, or the start of its digest."""
    replicas: ReplicaStatus | None = None
    """Pods of the Deployment."""
    scaling: ScalingStatus | None = None
    """State of the autoscaler."""
    endpoints: list[str] | None = None
    """URLs of the service in the cluster."""
    resource_refs: list[ResourceRef] | None = None
    """Objects of the service."""
    warnings: list[str] | None = None
    """Problems that do not stop the service, but need attention."""


COLUMNS = (
    # Crossplane adds four columns: with them, three of ours fit into 100 characters next to a name of 14 characters
    Column("STATUS", ".status.phase"),
    Column("REPLICAS", ".status.replicas.summary"),
    Column("MIN/MAX", ".status.scaling.range"),
    Column("TRIGGER", ".status.scaling.state", priority=1),
    Column("VERSION", ".status.version", priority=1),
    Column("STREAM", ".spec.nats.stream", priority=1),
    Column("CONSUMER", ".spec.nats.consumer", priority=1),
    Column("SIZE", ".spec.size", priority=1),
    Column("MESSAGE", ".status.message", priority=1),
)
