"""Why an EventDrivenService does not serve: what its Deployment, pods and Secrets tell together."""

from collections.abc import Mapping, Sequence

from function.base.manifest import Manifest, at
from function.compose.event_driven_service.dependencies import dependencies
from function.spec.composite import Composite
from function.spec.event_driven_service import EventDrivenService
from function.status.diagnosis import deployment, pods, secrets
from function.status.diagnosis.containers import Service
from function.status.observation import Observation
from function.status.reason import Cause


def causes(
    spec: EventDrivenService,
    composite: Composite,
    seen: Mapping[str, Observation],
    required: Mapping[str, Sequence[Manifest]],
) -> list[Cause]:
    """Return everything that was found, in no order; nothing for what was not asked for or not answered yet."""
    workload = seen["deployment"]
    service = Service(
        name=composite.name,
        namespace=composite.namespace,
        dependencies=dependencies(spec),
        template=at(workload.manifest, "spec", "template"),
        replica_set=deployment.replica_set(workload),
        settled=deployment.overdue(workload) or (deployment.rolled_out(workload) and not workload.ready),
    )
    return [
        *secrets.causes(service.dependencies, required, composite.namespace),
        *deployment.causes(workload, name=composite.name, namespace=composite.namespace),
        *pods.causes(required.get(pods.REQUIREMENT, ()), service),
    ]
