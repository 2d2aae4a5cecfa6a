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
    name_max=naming.NAME_MAX,
)

__all__ = ["API", "KEYS", "compose", "explained", "policy", "report", "requirements"]
