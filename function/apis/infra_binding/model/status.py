"""The status of an InfraBinding."""

from typing import Literal

from function.apis.api import Column
from function.base.model import Spec
from function.status.resource_ref import ResourceRef

Phase = Literal["Pending", "Ready", "Blocked"]


class BindingStatus(Spec):
    """What a logical name became."""

    name: str
    """Logical name, with its section: streams.auth_events."""
    managed: bool
    """Whether an object makes it."""
    physical: str
    """What it is called in reality: a topic, a stream, a Secret."""
    reason: str | None = None
    """Why no object is made."""


class InfraBindingStatus(Spec):
    """What the binding became."""

    phase: Phase | None = None
    """Pending until every object is ready, then Ready; Blocked while one cannot be made."""
    message: str | None = None
    """What to know or do now, in one sentence."""
    observed_generation: int | None = None
    """Generation that this status is about. A claim has none here: only its composite is seen, which counts its own."""
    document: str | None = None
    """Name of the ConfigMap with the resolved binding."""
    bindings: list[BindingStatus] | None = None
    """What each logical name became."""
    resource_refs: list[ResourceRef] | None = None
    """The objects of the binding."""


COLUMNS = (
    Column("STATUS", ".status.phase"),
    Column("ENVIRONMENT", ".spec.environment"),
    Column("DOCUMENT", ".status.document", priority=1),
    Column("MESSAGE", ".status.message", priority=1),
)
