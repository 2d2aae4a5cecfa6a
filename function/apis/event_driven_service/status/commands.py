"""Commands that show more than the status does."""

from dataclasses import dataclass

from function.apis.event_driven_service.resolve import Resolved
from function.base import labels
from function.base.identity import Identity
from function.platform.config import PlatformConfig


@dataclass(frozen=True, kw_only=True)
class Commands:
    """What to run while pods start, and while objects are being created; "" where the status names the cause itself."""

    pods: str = ""
    objects: str = ""


def commands(resolved: Resolved) -> Commands:
    """Return the commands for a service; with the diagnosis of pods there is nothing to look up."""
    identity, config = resolved.identity, resolved.config
    if config.diagnosis.pods:
        return Commands()
    return Commands(
        pods=f"kubectl describe pods -l {labels.NAME}={identity.name} -n {identity.namespace}",
        objects=_objects(identity, config),
    )


def _objects(identity: Identity, config: PlatformConfig) -> str:
    """Return how to see why objects are not created: Crossplane labels what it composes."""
    name, namespace = identity.name, identity.namespace
    if identity.scope == "claims":
        selector = f"crossplane.io/claim-name={name},crossplane.io/claim-namespace={namespace}"
        return f"kubectl describe objects.kubernetes.crossplane.io -l {selector}"
    if config.delivery == "object":
        return f"kubectl describe objects.kubernetes.m.crossplane.io -l crossplane.io/composite={name} -n {namespace}"
    own = config.names.get("EventDrivenService")
    kind = own.kind.lower() if own else "eventdrivenservice"
    return f"kubectl describe {kind} {name} -n {namespace}"
