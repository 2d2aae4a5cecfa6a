"""The conditions of an InfraBinding: secrets are what it depends on, streams and document what it makes.

An object that could not be applied, be it one that fetches secrets, is a fault of what is made.
"""

from collections.abc import Iterable, Mapping

from function.base.manifest import text_at
from function.base.outcome import Condition
from function.delivery.live import condition as live_condition
from function.status import conditions
from function.status.conditions import condition, decisive
from function.status.diagnosis import applying
from function.status.observation import Observation
from function.status.reason import Cause, worst
from function.status.reasons import binding as reasons
from function.status.reasons.input import VALID

_SECRETS = ("SecretStore", "ExternalSecret")


def judge(seen: Mapping[str, Observation]) -> tuple[Condition, ...]:
    """Return all conditions; `seen` are the emitted resources by key."""
    secrets = [one for one in seen.values() if text_at(one.manifest, "kind") in _SECRETS]
    others = [one for one in seen.values() if text_at(one.manifest, "kind") not in _SECRETS]
    judged = (
        condition(conditions.VALIDATED, VALID.because()),
        condition(conditions.DEPENDENCIES_READY, _secrets(secrets)),
        condition(conditions.WORKLOAD_AVAILABLE, worst(_failures(seen.values())) or _objects(others)),
        condition(conditions.AUTOSCALER_READY, reasons.NO_AUTOSCALER.because()),
    )
    found = decisive(judged)
    if found is None:
        return (*judged, condition(conditions.OPERATIONAL, reasons.BINDING_READY.because()))
    return (*judged, Condition(conditions.OPERATIONAL, found.status, found.reason, found.message))


def _secrets(secrets: list[Observation]) -> Cause:
    if not secrets:
        return reasons.NO_SECRETS_FETCHED.because()
    waiting = _names(one for one in secrets if not one.ready)
    if not waiting:
        return reasons.SECRETS_FETCHED.because(names=_names(secrets))
    if any(_refused(one) for one in secrets):
        return reasons.SECRET_NOT_FETCHED.because(names=_names(one for one in secrets if _refused(one)))
    return reasons.OBJECTS_PENDING.because(names=waiting)


def _objects(objects: list[Observation]) -> Cause:
    refused = _names(one for one in objects if _refused(one))
    if refused:
        return reasons.OBJECT_REFUSED.because(names=refused)
    waiting = _names(one for one in objects if not one.ready)
    if waiting:
        return reasons.OBJECTS_PENDING.because(names=waiting)
    return reasons.OBJECTS_READY.because(names=_names(objects))


def _failures(seen: Iterable[Observation]) -> list[Cause]:
    return [cause for one in seen if (cause := applying.cause(one)) is not None]


def _refused(one: Observation) -> bool:
    """Return whether the object's own controller says that it cannot be done."""
    return text_at(live_condition(one.live, "Ready"), "status") == "False"


def _names(seen: Iterable[Observation]) -> str:
    return ", ".join(
        sorted(f"{text_at(one.manifest, 'kind')} {text_at(one.manifest, 'metadata', 'name')}" for one in seen)
    )
