"""The condition DependenciesReady: whether what the claim refers to is there."""

from collections.abc import Sequence

from function.apis.event_driven_service.dependency import Dependency, names
from function.apis.event_driven_service.status.reasons import dependencies as reasons
from function.base.condition import DEPENDENCIES_READY, Condition
from function.status.conditions import condition
from function.status.reason import Cause, worst
from function.status.reasons.applying import APPLYING


def judge(
    dependencies: Sequence[Dependency],
    causes: Sequence[Cause],
    *,
    checked: frozenset[str],
    serving: bool,
    applying: bool,
) -> Condition:
    """Return the condition.

    `causes` are what pods and Secrets tell, `checked` the kinds that were looked for by name, `serving` whether pods of
    the present revision serve: these had all they needed when they started. `applying` is whether the present revision
    is still on its way: pods that serve are of the one before.
    """
    missing = worst(cause for cause in causes if DEPENDENCIES_READY in cause.reason.conditions)
    if missing is not None:
        return condition(DEPENDENCIES_READY, missing)
    if not dependencies:
        return condition(DEPENDENCIES_READY, reasons.NONE_NEEDED.because())
    unchecked = [dependency for dependency in dependencies if dependency.kind not in checked]
    if not unchecked:
        return condition(DEPENDENCIES_READY, reasons.FOUND.because(names=names(dependencies)))
    if serving:
        return condition(DEPENDENCIES_READY, reasons.IN_USE.because(names=names(dependencies)))
    if applying:
        return condition(DEPENDENCIES_READY, APPLYING.because())
    return condition(DEPENDENCIES_READY, reasons.NOT_CHECKED.because(names=names(unchecked)))
