"""The status of an EventDrivenService: what the XRDs declare. One undeclared field, and all of it is lost."""

from typing import Literal

from function.apis.api import Column
from function.base.model import Spec
from function.status.resource_ref import ResourceRef

Phase = Literal["Pending", "Progressing", "Running", "Idle", "Degraded", "Blocked", "Paused"]


class ReplicaStatus(Spec):
    """Pods of the Deployment."""

    summary: str
    """Ready and desired pods, such as 3/3."""
    ready: int = 0
    """Pods that serve."""
    desired: int = 0
    """Pods that should run."""
    updated: int = 0
    """Pods of the present revision."""
    available: int = 0
    """Pods that have been ready long enough."""


class ScalingStatus(Spec):
    """What the autoscaler does."""

    state: str
    """active, idle, paused, fallback, error, off or unknown."""
    range: str
    """Fewest and most replicas, such as 1/10."""
    min: int
    """Fewest replicas."""
    max: int
    """Most replicas."""
    hpa_name: str | None = None
    """Name of the HorizontalPodAutoscaler that KEDA made."""


class EventDrivenServiceStatus(Spec):
    """What runs, and why it does not."""

    phase: Phase | None = None
    """Pending, Progressing, Running, Idle, Degraded, Blocked or Paused."""
    message: str | None = None
    """What to know or do now, in one sentence."""
    observed_generation: int | None = None
    """Generation that this status is about. A claim has none here: only its composite is seen, which counts its own."""
    image: str | None = None
    """Image that the service runs."""
    version: str | None = None
    """Tag of the image, or the beginning of its digest."""
    replicas: ReplicaStatus | None = None
    """Pods of the Deployment."""
    scaling: ScalingStatus | None = None
    """What the autoscaler does."""
    endpoints: list[str] | None = None
    """Addresses of the service within the cluster."""
    resource_refs: list[ResourceRef] | None = None
    """The objects that really run."""
    warnings: list[str] | None = None
    """What works but should be looked at."""


COLUMNS = (
    # Crossplane adds four more: with those, three of ours fit into 100 characters beside a name of 14
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
