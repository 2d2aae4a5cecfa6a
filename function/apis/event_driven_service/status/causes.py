"""Why an EventDrivenService is not available, from the state of its Deployment, pods and Secrets."""

from collections.abc import Mapping, Sequence

from function.apis.event_driven_service.binding import document
from function.apis.event_driven_service.resolve import Resolved
from function.apis.event_driven_service.status.diagnosis import deployment, pods, secrets
from function.apis.event_driven_service.status.diagnosis.containers import Service
from function.apis.event_driven_service.status.reasons.binding import BINDING_NOT_FOUND
from function.base.manifest import Json, at
from function.status.observation import Observation
from function.status.reason import Cause


def causes(
    resolved: Resolved, observations: Mapping[str, Observation], required: Mapping[str, Sequence[Mapping[str, Json]]]
) -> list[Cause]:
    """Return all causes, in no order; resources that were not required or not fetched yet have none.

    While changes to the Deployment are being applied, its status and its pods belong to an older revision.
    """
    workload, identity = observations["deployment"], resolved.identity
    missing = [*_binding(resolved), *secrets.causes(resolved.dependencies, required, identity.namespace)]
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


def _binding(resolved: Resolved) -> list[Cause]:
    ref = resolved.spec.binding_ref
    if ref is None or not resolved.bound.absent:
        return []
    found = document.described(ref.name)
    return [BINDING_NOT_FOUND.because(document=found, namespace=resolved.identity.namespace, binding=ref.name)]
