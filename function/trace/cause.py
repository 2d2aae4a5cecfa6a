"""The cause of a claim's state: the reason that the function wrote into its conditions, or what Crossplane reports."""

from collections.abc import Mapping
from dataclasses import dataclass

from function.apis.registry import REASONS
from function.base.condition import OPERATIONAL, TYPES
from function.base.manifest import Json, at, count_at, text_at
from function.delivery.live import condition
from function.delivery.message import message
from function.status.reasons.applying import APPLYING
from function.status.sanitize import sanitize

_FATAL = "returned a fatal result"
"""Crossplane's words if a function has rejected the input. If it was this one, its own conditions say why."""
_UNDETERMINED = "FatalError"
"""The reason that Crossplane gives to these conditions if it was another function of the pipeline."""
_UNFINISHED = ("Pending", "Progressing")
_DESCRIBE = "`kubectl describe {kind} {name}{namespace}` shows all events."
_FINALIZERS = (
    "If this takes more than a minute, check that what removes the finalizers is running: provider-kubernetes for "
    "Objects, and KEDA for a ScaledObject. `platformctl doctor` shows whether packages are healthy."
)
_NO_STATUS = (
    "For a new claim, this takes a few seconds. If it takes longer, the events of the composite show why.",
    "If there are no events, `platformctl doctor` shows whether Crossplane and the function are installed and healthy.",
)


@dataclass(frozen=True, kw_only=True)
class Cause:
    """Why a claim is not operational; a reason that is not in the reference has no `audience`.

    `condition` is the type of the condition that has the reason, and `since` when it changed last, or "".
    """

    reason: str
    message: str
    condition: str = ""
    status: str = ""
    since: str = ""
    audience: str = ""
    steps: tuple[str, ...] = ()


def cause(claim: Mapping[str, Json], composite: Mapping[str, Json] | None, short_name: str) -> Cause | None:
    """Return why a claim is not operational, or None if it is; `short_name` is that of its kind in commands."""
    own = condition(claim, OPERATIONAL)
    if at(claim, "metadata", "deletionTimestamp") is not None:
        return _deleted(claim)
    stopped = _stopped(claim, composite)
    if stopped:
        return stopped
    if not own:
        return _no_status(claim)
    if text_at(own, "status") != "True":
        return _of_condition(_first(claim, own), claim, short_name)
    return _unfinished(claim, short_name)


def unanswered(claim: Mapping[str, Json], composite: Mapping[str, Json] | None) -> bool:
    """Return whether the conditions of a claim do not say why it is not operational."""
    return not condition(claim, OPERATIONAL) or _stopped(claim, composite) is not None


def _deleted(claim: Mapping[str, Json]) -> Cause:
    return Cause(
        reason="Deleting",
        message="the claim is being deleted. Objects that are still in the tree wait for their finalizers",
        since=text_at(claim, "metadata", "deletionTimestamp"),
        steps=(_FINALIZERS,),
    )


def _stopped(claim: Mapping[str, Json], composite: Mapping[str, Json] | None) -> Cause | None:
    """Return why Crossplane does not process the claim; its other conditions may then be outdated."""
    explained = text_at(condition(claim, OPERATIONAL), "reason") != _UNDETERMINED
    for resource in (claim, composite or {}):
        synced = condition(resource, "Synced")
        text = message(synced)
        if text_at(synced, "status") != "False" or (_FATAL in text and explained):
            continue
        reason = text_at(synced, "reason")
        detail = "reconciliation is paused by annotation" if reason == "ReconcilePaused" else sanitize(text)
        return Cause(
            reason=reason,
            message=f"Crossplane: {detail or reason}",
            condition="Synced",
            status="False",
            since=text_at(synced, "lastTransitionTime"),
            steps=(_described(resource),),
        )
    return None


def _no_status(claim: Mapping[str, Json]) -> Cause:
    ready = condition(claim, "Ready")
    detail = sanitize(message(ready))
    return Cause(
        reason=text_at(ready, "reason") or "NoStatus",
        message="the function has not reported a status yet" + (f". Crossplane: {detail}" if detail else ""),
        since=text_at(ready, "lastTransitionTime"),
        steps=_NO_STATUS,
    )


def _first(claim: Mapping[str, Json], own: Mapping[str, Json]) -> Mapping[str, Json]:
    """Return the condition that Operational repeats: the first of them with the same reason."""
    for kind in TYPES:
        found = condition(claim, kind)
        if (text_at(found, "reason"), text_at(found, "status")) == (text_at(own, "reason"), text_at(own, "status")):
            return found
    return own


def _of_condition(found: Mapping[str, Json], claim: Mapping[str, Json], short_name: str) -> Cause:
    reason = text_at(found, "reason")
    known = REASONS.get(reason)
    return Cause(
        reason=reason,
        message=message(found),
        condition=text_at(found, "type"),
        status=text_at(found, "status"),
        since=text_at(found, "lastTransitionTime"),
        audience=known.audience if known else "",
        steps=tuple(_filled(step, claim, short_name) for step in known.steps) if known else (_described(claim),),
    )


def _unfinished(claim: Mapping[str, Json], short_name: str) -> Cause | None:
    """Return that an edit is on its way: for a moment, the conditions are those of the spec before."""
    seen = count_at(claim, "status", "observedGeneration")
    outdated = 0 < seen < count_at(claim, "metadata", "generation")
    if not outdated and text_at(claim, "status", "phase") not in _UNFINISHED:
        return None
    steps = tuple(_filled(step, claim, short_name) for step in APPLYING.steps)
    return Cause(reason=APPLYING.name, message=APPLYING.message, audience=APPLYING.audience, steps=steps)


def _filled(step: str, claim: Mapping[str, Json], short_name: str) -> str:
    """Return a step of the reference with the names of this claim."""
    name, namespace = (text_at(claim, "metadata", key) for key in ("name", "namespace"))
    step = step.replace("<kind> <claim>", f"{short_name} <claim>")
    return step.replace("<claim>", name).replace("<namespace>", namespace)


def _described(resource: Mapping[str, Json]) -> str:
    namespace = text_at(resource, "metadata", "namespace")
    return _DESCRIBE.format(
        kind=text_at(resource, "kind").lower(),
        name=text_at(resource, "metadata", "name"),
        namespace=f" -n {namespace}" if namespace else "",
    )
