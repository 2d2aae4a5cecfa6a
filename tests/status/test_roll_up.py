from collections.abc import Sequence

from function.apis.event_driven_service.status.reasons import pods
from function.apis.event_driven_service.status.reasons.operational import ALL_WELL
from function.base.condition import Condition
from function.status.observation import Observation
from function.status.reason import Cause
from function.status.reasons.applying import OBJECT_PAUSED
from function.status.roll_up import RollUp, roll_up

GOOD = (Condition("Validated", "True", "Valid", "valid"), Condition("WorkloadAvailable", "True", "Available", "1/1"))
IDLE = (*GOOD, Condition("WorkloadAvailable", "True", "Idle", "idle", "idle"))
PAUSED = (*IDLE, Condition("AutoscalerReady", "True", "Paused", "paused", "paused"))
NO_IMAGE = Condition("WorkloadAvailable", "False", "ImagePullFailed", "no image", "blocked")
NOT_YET = Condition("AutoscalerReady", "Unknown", "AutoscalerPending", "not yet", "progressing")
CRASH = pods.CRASH_LOOPING.because(container="main", detail="ends", name="orders", namespace="shop")
HELD = OBJECT_PAUSED.because(kinds="Service")


def monitor(*, ready: bool = False, failure: str = "") -> Observation:
    return Observation(key="podmonitor", manifest={"kind": "PodMonitor"}, live={}, ready=ready, failure=failure)


def rolled(
    conditions: Sequence[Condition], *others: Observation, serving: bool = True, tolerated: Sequence[Cause] = ()
) -> RollUp:
    return roll_up(conditions, others, healthy=ALL_WELL, tolerated=tolerated, serving=serving)


def test_all_well() -> None:
    found = rolled(GOOD)
    assert (found.condition.status, found.condition.reason, found.effect) == ("True", "Operational", "healthy")


def test_the_deciding_condition_is_repeated() -> None:
    found = rolled([*GOOD, NO_IMAGE], serving=False)
    assert found.condition == Condition("Operational", "False", "ImagePullFailed", "no image", "blocked")
    assert (found.effect, found.message) == ("blocked", "no image")


def test_a_service_that_still_serves_is_degraded_not_blocked() -> None:
    assert rolled([*GOOD, NO_IMAGE]).effect == "degraded"


def test_a_fault_of_another_object_counts_before_what_is_unknown() -> None:
    found = rolled([*GOOD, NOT_YET], monitor(failure='no matches for kind "PodMonitor" in version "v1"'))
    assert (found.condition.status, found.condition.reason) == ("False", "CRDMissing")


def test_another_object_that_is_not_made_yet_is_waited_for() -> None:
    found = rolled(GOOD, monitor())
    assert (found.condition.status, found.message) == ("Unknown", "waiting for PodMonitor")


def test_only_what_is_not_ready_is_waited_for() -> None:
    budget = Observation(key="poddisruptionbudget", manifest={"kind": "PodDisruptionBudget"}, live={}, ready=True)
    assert rolled(GOOD, budget).condition.status == "True"
    assert rolled(GOOD, budget, monitor()).message == "waiting for PodMonitor"


def test_without_pods_nothing_serves() -> None:
    assert roll_up([*GOOD, NO_IMAGE], (), healthy=ALL_WELL).effect == "blocked"


def test_a_false_condition_counts_before_other_objects() -> None:
    assert rolled([*GOOD, NO_IMAGE], monitor(failure="x")).condition.reason == "ImagePullFailed"


def test_what_is_unknown_is_not_operational() -> None:
    assert rolled([*GOOD, NOT_YET], monitor(ready=True)).condition.status == "Unknown"


def test_idle_and_paused_are_effects_of_health() -> None:
    assert rolled(IDLE).effect == "idle"
    assert rolled(PAUSED).effect == "paused"


def test_what_is_tolerated_is_the_message() -> None:
    found = rolled(GOOD, tolerated=[HELD, CRASH])
    assert (found.condition.status, found.effect, found.message) == ("True", "degraded", CRASH.message)
    assert rolled(GOOD, tolerated=[HELD]).effect == "paused"
