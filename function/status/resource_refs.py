"""The list of a claim's objects: status.resourceRefs."""

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
    """Return the objects in the order in which they are composed, each with the reason why it is not ready.

    `refusal` returns why an object is not applied; an API may provide more specific causes for its own kinds.
    `pending` is whether nothing runs yet: all objects are then shown as being applied, so that the status is not
    written again for each one that is created.
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
