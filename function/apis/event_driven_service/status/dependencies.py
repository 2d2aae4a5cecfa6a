"""The condition DependenciesReady: whether the Secrets and ConfigMaps that the claim refers to exist."""

from collections.abc import Sequence

from function.apis.event_driven_service.dependency import Dependency, names
from function.apis.event_driven_service.status.reasons import dependencies as reasons
from function.base.condition import DEPENDENCIES_READY, Condition
from function.status.conditions import condition
from function.status.reason import Cause, worst
from function.status.reasons.applying import APPLYING


def evaluate(
    dependencies: Sequence[Dependency],
    causes: Sequence[Cause],
    *,
    checked: frozenset[str],
    serving: bool,
    applying: bool,
) -> Condition:
    """Return the condition.

    `causes` come from pods and Secrets, `checked` are the kinds that were looked up by name, and `serving` is whether
    pods of the current revision are ready: these found everything that they needed when they started.
    `applying` is whether the current revision is still being applied.
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
