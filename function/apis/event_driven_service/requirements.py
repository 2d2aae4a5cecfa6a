"""Resources that Crossplane fetches for an EventDrivenService: what it is built from, and what explains its status."""

from collections.abc import Mapping

from function.apis.event_driven_service.binding import document
from function.apis.event_driven_service.resolve import COMPONENT, Resolved
from function.apis.event_driven_service.status.diagnosis import pods, secrets
from function.base import labels
from function.base.identity import Identity
from function.base.outcome import Requirement
from function.platform.config import PlatformConfig


def requirements(identity: Identity, config: PlatformConfig, resolved: Resolved | None) -> Mapping[str, Requirement]:
    """Return the same on every call, or Crossplane calls again and again; `resolved` is None for an invalid spec."""
    by_name: dict[str, Requirement] = {}
    if resolved is not None and resolved.spec.binding_ref is not None:
        by_name |= document.requirements(resolved.spec.binding_ref.name, identity)
    if config.diagnosis.pods:
        by_name |= pods.requirement(identity.namespace, labels.selector(identity.name, COMPONENT))
    if config.diagnosis.secrets and resolved is not None:
        by_name |= secrets.requirements(resolved.dependencies, identity.namespace)
    return by_name
