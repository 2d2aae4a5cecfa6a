"""The list of what really runs: status.resourceRefs."""

from collections.abc import Iterable

from function.base.manifest import Manifest, text_at
from function.status import applying
from function.status.observation import Observation


def resource_refs(seen: Iterable[Observation]) -> list[Manifest]:
    """Return the objects in the order in which they are composed, each with why it is not ready."""
    return [
        {
            "apiVersion": text_at(one.manifest, "apiVersion"),
            "kind": text_at(one.manifest, "kind"),
            "name": text_at(one.manifest, "metadata", "name"),
            "ready": one.ready,
            "reason": _reason(one),
        }
        for one in seen
    ]


def _reason(one: Observation) -> str:
    cause = applying.cause(one)
    if cause is not None:
        return cause.reason.name
    if one.paused:
        return "ObjectPaused"
    if one.ready:
        return "Ready"
    return "NotReady" if one.live else "NotMade"
