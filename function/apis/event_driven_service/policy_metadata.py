"""Labels and annotations of a service that the platform must allow but does not."""

from collections.abc import Iterator

from function.apis import pod_metadata
from function.apis.breach import breach
from function.apis.event_driven_service.model.service import EventDrivenService
from function.base.problems import Problem, join
from function.platform.policy import Policy


def metadata(spec: EventDrivenService, allowed: Policy) -> Iterator[Problem]:
    """Yield a problem for each key that the platform must allow but does not."""
    yield from pod_metadata.refused(
        "spec.podAnnotations", spec.pod_annotations, allowed.pod_annotations, "podAnnotations"
    )
    yield from pod_metadata.refused("spec.podLabels", spec.pod_labels, allowed.pod_labels, "podLabels")
    for key in pod_metadata.denied(spec.service_account.annotations, allowed.service_account_annotations):
        path = join("spec.serviceAccount.annotations", key)
        yield breach(path, "may give the pods a cloud role", "serviceAccountAnnotations")
