"""The conditions of an InfraBinding: secrets are what it depends on, streams and document what it makes.

An object that could not be applied, be it one that fetches secrets, is a fault of what is made.
"""

from collections.abc import Iterable

from function.apis.infra_binding.status.reasons import binding as reasons
from function.base.condition import AUTOSCALER_READY, DEPENDENCIES_READY, VALIDATED, WORKLOAD_AVAILABLE, Condition
from function.base.manifest import text_at
from function.delivery.live import condition as live_condition
from function.status import applying
from function.status.conditions import condition
from function.status.observation import Observation
from function.status.reason import Cause, worst
from function.status.reasons.applying import APPLYING
from function.status.reasons.input import VALID


def judge(seen: Iterable[Observation]) -> tuple[Condition, ...]:
    """Return all conditions but the roll-up; `seen` are the emitted resources."""
    observations = list(seen)
    secrets = [observation for observation in observations if observation.about == DEPENDENCIES_READY]
    objects = [observation for observation in observations if observation.about == WORKLOAD_AVAILABLE]
    return (
        condition(VALIDATED, VALID.because()),
        condition(DEPENDENCIES_READY, _secrets(secrets)),
        condition(WORKLOAD_AVAILABLE, worst(_failures(observations)) or _objects(objects)),
        condition(AUTOSCALER_READY, reasons.NO_AUTOSCALER.because()),
    )


def _secrets(secrets: list[Observation]) -> Cause:
    if not secrets:
        return reasons.NO_SECRETS_FETCHED.because()
    if all(secret.ready for secret in secrets):
        return reasons.SECRETS_FETCHED.because(names=_names(secrets))
    refused = _names(secret for secret in secrets if _refused(secret))
    return reasons.SECRET_NOT_FETCHED.because(names=refused) if refused else _progress(secrets)


def _objects(objects: list[Observation]) -> Cause:
    refused = _names(made for made in objects if _refused(made))
    if refused:
        return reasons.OBJECT_REFUSED.because(names=refused)
    if all(made.ready for made in objects):
        return reasons.OBJECTS_READY.because(names=_names(objects))
    return _progress(objects)


def _progress(observations: list[Observation]) -> Cause:
    """Return what is being waited for; objects are named once all are there, or each of them would change the text."""
    if any(observation.applying for observation in observations):
        return APPLYING.because()
    return reasons.OBJECTS_PENDING.because(names=_names(waiting for waiting in observations if not waiting.ready))


def _failures(seen: Iterable[Observation]) -> list[Cause]:
    return [cause for observation in seen if (cause := applying.cause(observation)) is not None]


def _refused(observation: Observation) -> bool:
    """Return whether the object's own controller says that it cannot be done as asked."""
    return observation.applied and text_at(live_condition(observation.live, "Ready"), "status") == "False"


def _names(seen: Iterable[Observation]) -> str:
    return ", ".join(
        sorted(
            f"{text_at(observation.manifest, 'kind')} {text_at(observation.manifest, 'metadata', 'name')}"
            for observation in seen
        )
    )
