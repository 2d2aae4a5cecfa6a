"""EventDrivenService: from a claim to ServiceAccount, Deployment, Service, ScaledObject and optional objects."""

from function.apis.api import Api
from function.apis.contract import Implementation
from function.apis.earlier import Earlier
from function.apis.event_driven_service import KIND, adopt, bind, hand_over
from function.apis.event_driven_service.doubts import DOUBTS
from function.apis.event_driven_service.links import links
from function.apis.event_driven_service.migration import migrate
from function.apis.event_driven_service.model.service import EventDrivenService
from function.apis.event_driven_service.model.status import COLUMNS, EventDrivenServiceStatus
from function.apis.event_driven_service.model.taken_over import TakenOverService
from function.apis.event_driven_service.policy import policies, policy
from function.apis.event_driven_service.removals import keeps
from function.apis.event_driven_service.requirements import requirements
from function.apis.event_driven_service.resolve import Resolved, prepare
from function.apis.event_driven_service.resources import KEYS, PARTS, compose
from function.apis.event_driven_service.status.fields import PHASES
from function.apis.event_driven_service.status.report import report
from function.base import naming

IMPLEMENTATION = Implementation[EventDrivenService, Resolved](
    api=Api(
        kind=KIND,
        plural="eventdrivenservices",
        short_name="eds",
        spec=EventDrivenService,
        status=EventDrivenServiceStatus,
        columns=COLUMNS,
        makes=tuple((part.kind, part.made) for part in PARTS),
        name_max=naming.NAME_MAX,
        phases=PHASES,
        doubts=DOUBTS,
        earlier=Earlier(spec=TakenOverService, migrate=migrate),
    ),
    prepare=prepare,
    policy=policy,
    policies=policies,
    join=bind.bound,
    adopt=adopt.adopted,
    compose=compose,
    transition=hand_over.hand_over,
    requirements=requirements,
    links=links,
    report=report,
    emits=(KEYS | {hand_over.KEY}).__contains__,
    keeps=lambda resolved, key, *_: keeps(resolved, key),
)
