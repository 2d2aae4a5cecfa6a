"""What happens to one object whose manifest changes."""

from collections.abc import Iterable, Mapping

from function.base.manifest import Json, at, text_at
from function.plan import flink
from function.plan.defaults import stored
from function.plan.difference import Change, differences
from function.plan.verdict import Action

_IMMUTABLE = {"Deployment": ("spec.selector",), "Service": ("spec.clusterIP", "spec.clusterIPs")}
"""Fields that the API server never changes once they are set."""
_TEMPLATE = "spec.template"


def changes(old: Mapping[str, Json], new: Mapping[str, Json]) -> list[Change]:
    """Return the fields that differ once the API server has stored both manifests."""
    found = differences(stored(old), stored(new))
    return [change for change in found if not (text_at(new, "kind") == "Deployment" and _is_handed_over(change))]


def _is_handed_over(change: Change) -> bool:
    """Return whether the autoscaler takes over the number of replicas, which stays as it is until then."""
    return change.path == "spec.replicas" and change.new is None


def verdict(new: Mapping[str, Json], found: list[Change]) -> tuple[Action, str]:
    """Return what happens to an object with these changes, and a note."""
    kind = text_at(new, "kind")
    refused = _refused(kind, found)
    if refused:
        return Action.REFUSE, refused
    if kind == "Deployment" and any(_within(change.path, _TEMPLATE) for change in found):
        if at(new, "spec", "paused") is True:
            return Action.CHANGE, "the Deployment is paused: its pods are replaced when it is resumed"
        return Action.RESTART, "the pod template changes, so all pods are replaced"
    if kind == "FlinkDeployment" and flink.is_upgrade(found):
        return Action.UPGRADE, flink.note(new, found)
    return Action.CHANGE, ""


def _refused(kind: str, found: Iterable[Change]) -> str:
    fields = _IMMUTABLE.get(kind, ())
    for change in found:
        for field in fields:
            if _within(change.path, field) and change.old is not None:
                return f"{field} is immutable, so the API server refuses the change"
    return ""


def _within(path: str, field: str) -> bool:
    return path == field or path.startswith((f"{field}.", f"{field}["))
