"""Why an EventDrivenService does not serve: what its Deployment, pods and Secrets tell together."""

from collections.abc import Mapping, Sequence

from function.apis.event_driven_service.resolve import Resolved
from function.apis.event_driven_service.status.diagnosis import deployment, pods, secrets
from function.apis.event_driven_service.status.diagnosis.containers import Service
from function.base.manifest import Manifest, at
from function.status.observation import Observation
from function.status.reason import Cause


def causes(
    resolved: Resolved, observations: Mapping[str, Observation], required: Mapping[str, Sequence[Manifest]]
) -> list[Cause]:
    """Return everything that was found, in no order; nothing for what was not asked for or not answered yet.

    While the Deployment is being applied, it and the pods tell of the revision before.
    """
    workload, identity = observations["deployment"], resolved.identity
    missing = secrets.causes(resolved.dependencies, required, identity.namespace)
    if workload.applying:
        return missing
    service = Service(
        name=identity.name,
        namespace=identity.namespace,
        dependencies=resolved.dependencies,
        template=at(workload.manifest, "spec", "template"),
        replica_set=deployment.replica_set(workload),
        settled=deployment.overdue(workload) or (deployment.rolled_out(workload) and not workload.ready),
    )
    return [
        *missing,
        *deployment.causes(workload, name=identity.name, namespace=identity.namespace),
        *pods.causes(required.get(pods.REQUIREMENT, ()), service),
    ]
