from collections.abc import Sequence

from function.base.outcome import Condition
from function.status.diagnosis.deployment import Replicas
from function.status.observation import Observation
from function.status.operational import RollUp, roll_up
from function.status.reason import Cause
from function.status.reasons import pods, workload

ONE = Replicas(ready=1, desired=1, updated=1, available=1)
NONE = Replicas(ready=0, desired=1, updated=0, available=0)
GOOD = (Condition("Validated", "True", "Valid"), Condition("WorkloadAvailable", "True", "Available"))
IDLE = (*GOOD, Condition("WorkloadAvailable", "True", "Idle"))
PAUSED = (*IDLE, Condition("AutoscalerReady", "True", "Paused"))
NO_IMAGE = Condition("WorkloadAvailable", "False", "ImagePullFailed", "no image")
NOT_YET = Condition("AutoscalerReady", "Unknown", "AutoscalerPending", "not yet")
CRASH = pods.CRASH_LOOPING.because(container="main", detail="ends", name="orders", namespace="shop")
HELD = workload.OBJECT_PAUSED.because(kinds="Service")


def monitor(*, ready: bool = False, failure: str = "") -> Observation:
    return Observation(key="podmonitor", manifest={"kind": "PodMonitor"}, live={}, ready=ready, failure=failure)


def rolled(
    conditions: Sequence[Condition], other: Observation | None = None, replicas: Replicas = ONE, *tolerated: Cause
) -> RollUp:
    return roll_up(conditions, {"podmonitor": other} if other else {}, replicas, tolerated)


def test_all_well() -> None:
    found = rolled(GOOD)
    assert (found.condition.status, found.condition.reason, found.phase) == ("True", "Operational", "Running")


def test_the_deciding_condition_is_repeated() -> None:
    found = rolled([*GOOD, NO_IMAGE], replicas=NONE)
    assert found.condition == Condition("Operational", "False", "ImagePullFailed", "no image")
    assert (found.phase, found.message) == ("Blocked", "no image")


def test_a_service_that_still_serves_is_degraded_not_blocked() -> None:
    assert rolled([*GOOD, NO_IMAGE]).phase == "Degraded"


def test_a_fault_of_another_object_counts_before_what_is_unknown() -> None:
    found = rolled([*GOOD, NOT_YET], monitor(failure='no matches for kind "PodMonitor" in version "v1"'))
    assert (found.condition.status, found.condition.reason) == ("False", "CRDMissing")


def test_another_object_that_is_not_made_yet_is_waited_for() -> None:
    found = rolled(GOOD, monitor())
    assert (found.condition.status, found.message) == ("Unknown", "waiting for PodMonitor")


def test_a_false_condition_counts_before_other_objects() -> None:
    assert rolled([*GOOD, NO_IMAGE], monitor(failure="x")).condition.reason == "ImagePullFailed"


def test_what_is_unknown_is_not_operational() -> None:
    assert rolled([*GOOD, NOT_YET], monitor(ready=True)).condition.status == "Unknown"


def test_idle_and_paused_are_phases_of_health() -> None:
    assert rolled(IDLE).phase == "Idle"
    assert rolled(PAUSED).phase == "Paused"


def test_what_is_tolerated_is_the_message() -> None:
    found = rolled(GOOD, None, ONE, HELD, CRASH)
    assert (found.condition.status, found.phase, found.message) == ("True", "Degraded", CRASH.message)
    assert rolled(GOOD, None, ONE, HELD).phase == "Paused"
