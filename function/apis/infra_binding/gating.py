"""Which objects wait for others: no Flink job is created before all that the binding creates for it is ready.

A job that starts without its secrets or topics fails again and again, and Flink or the brokers may create topics with
other settings. Only its creation waits: whatever becomes of the others, an existing job stays. Stores, secrets and
topics do not wait for each other, because their controllers try again by themselves. No job waits for what only
watches it, or for backups of a store. A preflight is created after all of these, and new jobs wait until it has
succeeded.
"""

from collections.abc import Mapping, Sequence

from function.apis.infra_binding.jobs.job import JOB
from function.apis.infra_binding.monitors.monitors import PARTS
from function.apis.infra_binding.preflight.job import PREFLIGHT
from function.apis.infra_binding.resources import DOCUMENT
from function.apis.infra_binding.sections.services.postgresql import BACKUP as POSTGRESQL_BACKUP
from function.apis.infra_binding.sections.services.redis import BACKUP as REDIS_BACKUP
from function.apis.transition import Transition, unless_taken
from function.base.manifest import Json
from function.delivery.live import state
from function.delivery.resource import Resource

_JOBS = JOB.of("")
_PREFLIGHT = PREFLIGHT.of("")
_LAST = (_JOBS, _PREFLIGHT)
_BACKUPS = (POSTGRESQL_BACKUP.of(""), REDIS_BACKUP.of(""))
_NOT_NEEDED = (DOCUMENT, _JOBS, *_BACKUPS, *(part.key for part in PARTS))


def transition(resources: Sequence[Resource], observed: Mapping[str, Mapping[str, Json]]) -> Transition:
    """Return the resources, of which new jobs are held until all others but the document are ready and our own."""
    resources = unless_taken(resources, observed).resources
    new = {resource.key for resource in resources if resource.key.startswith(_LAST) and resource.key not in observed}
    if not new:
        return Transition(resources=resources)
    needed = [resource for resource in resources if not resource.key.startswith(_NOT_NEEDED)]
    unready = [resource.key for resource in needed if not _ready(resource, observed.get(resource.key, {}))]
    waits_for_all = any(not key.startswith(_PREFLIGHT) for key in unready)
    held = new if waits_for_all else {key for key in new if unready and not key.startswith(_PREFLIGHT)}
    return Transition(resources=resources, held=frozenset(held))


def _ready(resource: Resource, observed: Json) -> bool:
    """Return whether the observed object is ready, even if a change of it has not been requested yet."""
    seen = state(observed)
    readiness = resource.readiness
    return (
        not resource.create_only
        and bool(seen.live)
        and seen.applied
        and readiness.current(seen.live)
        and readiness.ready(seen.live)
    )
