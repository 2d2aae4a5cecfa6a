"""The status of an InfraBinding."""

from typing import Literal

from function.apis.api import Column
from function.base.model import Spec
from function.platform.preflight import CHECK
from function.status.resource_ref import ResourceRef

Phase = Literal["Pending", "Ready", "Blocked"]


class BindingStatus(Spec):
    """Result of resolving a logical name."""

    name: str
    """Logical name with its section, such as streams.auth_events."""
    managed: bool
    """Whether the binding creates an object for it."""
    ready: bool | None = None
    """Whether all its objects are ready. Not set if none is created."""
    physical: str
    """Actual name of the topic, stream or Secret."""
    reason: str | None = None
    """Why no object is created, or to whom the object belongs."""


class SectionStatus(Spec):
    """Number of entries in a section."""

    name: str
    """Name of the section, such as streams."""
    entries: int
    """All entries."""
    managed: int
    """Entries for which the binding creates objects."""
    ready: int
    """Managed entries whose objects are all ready."""
    reason: str | None = None
    """Why no object is created for any entry of the section."""


class NotSecretStatus(Spec):
    """A value that looks random and is accepted."""

    path: str
    """Path of the value below spec."""
    reason: str
    """Why it is not a secret, as the binding says."""


class PreflightCheck(Spec):
    """Result of a check."""

    name: str
    """Path of the field below spec."""
    check: CHECK
    """What was checked."""
    target: str | None = None
    """Host and port, and what was asked for. Not set if it is not known."""
    result: Literal["pending", "passed", "failed", "not checked"]
    """Result, as of the time when the Job ran."""
    reason: str | None = None
    """Why it failed and what to do, or why it is not checked."""


class PreflightStatus(Spec):
    """Results of the preflight."""

    job: str | None = None
    """Name of the Job. Delete it to check again."""
    checks: list[PreflightCheck] | None = None
    """Result of each check."""


class InfraBindingStatus(Spec):
    """Observed state of the binding."""

    phase: Phase | None = None
    """Pending until every object is ready, then Ready. Blocked if an object cannot be created."""
    message: str | None = None
    """Summary of the state and of what to do."""
    observed_generation: int | None = None
    """Generation that this status refers to. Not set for claims, because the function sees only the composite."""
    settings: str | None = None
    """EnvironmentConfig whose settings apply in addition to those of the Composition."""
    document: str | None = None
    """Name of the ConfigMap that contains the resolved binding."""
    sections: list[SectionStatus] | None = None
    """Number of entries in each section of the spec."""
    bindings: list[BindingStatus] | None = None
    """Result for each logical name."""
    preflight: PreflightStatus | None = None
    """Results of the preflight."""
    not_secret: list[NotSecretStatus] | None = None
    """Values that look like secrets and are accepted, because spec.not_secret says that they are not secrets."""
    resource_refs: list[ResourceRef] | None = None
    """Objects of the binding."""
    warnings: list[str] | None = None
    """Problems that do not stop the binding, but need attention."""


COLUMNS = (
    Column("STATUS", ".status.phase"),
    Column("ENVIRONMENT", ".spec.environment"),
    Column("DOCUMENT", ".status.document", priority=1),
    Column("MESSAGE", ".status.message", priority=1),
)
