"""EventDrivenService: from a claim to ServiceAccount, Deployment, Service, ScaledObject and what else it asks for."""

from function.base import naming
from function.compose.event_driven_service.policy import policy
from function.compose.event_driven_service.removals import KEYS, explained
from function.compose.event_driven_service.report import report
from function.compose.event_driven_service.requirements import requirements
from function.compose.event_driven_service.resources import compose
from function.spec.api import Api
from function.spec.event_driven_service import EventDrivenService
from function.spec.event_driven_service_status import COLUMNS, EventDrivenServiceStatus

API = Api(
    kind="EventDrivenService",
    plural="eventdrivenservices",
    short_name="eds",
    spec=EventDrivenService,
    status=EventDrivenServiceStatus,
    columns=COLUMNS,
    makes=(
        ("ServiceAccount", "always"),
        ("Deployment", "always"),
        ("Service", "always"),
        ("ScaledObject", "unless `scaling.enabled` is false"),
        ("PodDisruptionBudget", "with `disruptionBudget`"),
        ("ServiceMonitor", "with `metrics` on the http port"),
        ("PodMonitor", "with `metrics` on a port of their own"),
    ),
    name_max=naming.NAME_MAX,
)

__all__ = ["API", "KEYS", "compose", "explained", "policy", "report", "requirements"]
