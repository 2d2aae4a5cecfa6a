"""What a service gets from its binding."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from function.apis.event_driven_service.dependency import Dependency
from function.apis.event_driven_service.model.service import EventDrivenService
from function.base.manifest import Json, Manifest


@dataclass(frozen=True, kw_only=True)
class Bound:
    """The part of the pods and of the scaler that the binding's document decides; nothing by default."""

    env: tuple[Manifest, ...] = ()
    """Entries of `env`, in the order of the claim. Before the document is read, they have only names."""
    trigger: Manifest | None = None
    """The trigger to scale on, without its authentication."""
    authentication: Mapping[str, Json] | None = None
    """The spec of the TriggerAuthentication of the trigger, if it needs one."""
    annotations: Mapping[str, str] = field(default_factory=dict)
    """Annotations of the pods, which request a sidecar."""
    dependencies: tuple[Dependency, ...] = ()
    """The Secrets that the variables refer to."""
    absent: bool = False
    """Whether the document does not exist yet; the service is not created without it."""


NOTHING = Bound()


def unread(spec: EventDrivenService) -> Bound:
    """Return what the claim alone says."""
    if spec.binding_ref is None:
        return NOTHING
    return Bound(env=tuple({"name": variable.name} for variable in spec.binding_ref.env))
