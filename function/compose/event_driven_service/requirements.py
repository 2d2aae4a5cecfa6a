"""What an EventDrivenService asks Crossplane to fetch so that its status can say why."""

from collections.abc import Mapping

from function.base import labels
from function.base.outcome import Requirement
from function.compose.event_driven_service.dependencies import dependencies
from function.compose.event_driven_service.resources import COMPONENT
from function.spec.composite import Composite
from function.spec.event_driven_service import EventDrivenService
from function.spec.platform_config import PlatformConfig
from function.status.diagnosis import pods, secrets


def requirements(
    spec: EventDrivenService | None, composite: Composite, config: PlatformConfig
) -> Mapping[str, Requirement]:
    """Return the same on every call, or Crossplane would ask again and again; `spec` is None where it is invalid."""
    wanted: dict[str, Requirement] = {}
    if config.diagnosis.pods:
        wanted |= pods.requirement(composite.namespace, labels.selector(composite.name, COMPONENT))
    if config.diagnosis.secrets and spec is not None:
        wanted |= secrets.requirements(dependencies(spec), composite.namespace)
    return wanted
