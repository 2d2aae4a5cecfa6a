"""The list of what really runs: status.resourceRefs."""

from collections.abc import Callable, Iterable

from function.base.manifest import Manifest, text_at
from function.status import applying
from function.status.observation import Observation
from function.status.reason import Cause, Reason
from function.status.reasons.applying import APPLYING, OBJECT_PAUSED
from function.status.reasons.resource_refs import NOT_MADE, NOT_READY, READY


def resource_refs(
    observations: Iterable[Observation],
    refusal: Callable[[Observation], Cause | None] = applying.cause,
    *,
    pending: bool = False,
) -> list[Manifest]:
    """Return the objects in the order in which they are composed, each with why it is not ready.

    `refusal` tells why an object is not applied; an API may know more about its own kinds. `pending` is whether nothing
    runs yet: then all objects are being applied, and the status is not written once more for each that appears.
    """
    return [
        {
            "apiVersion": text_at(observation.manifest, "apiVersion"),
            "kind": text_at(observation.manifest, "kind"),
            "name": text_at(observation.manifest, "metadata", "name"),
            "ready": observation.ready and not pending,
            "reason": _reason(observation, refusal(observation), pending=pending).name,
        }
        for observation in observations
    ]


def _reason(observation: Observation, cause: Cause | None, *, pending: bool) -> Reason:
    if cause is not None:
        return cause.reason
    if pending:
        return APPLYING
    if observation.paused:
        return OBJECT_PAUSED
    if observation.ready:
        return READY
    if not observation.live:
        return NOT_MADE
    return APPLYING if observation.applying else NOT_READY
