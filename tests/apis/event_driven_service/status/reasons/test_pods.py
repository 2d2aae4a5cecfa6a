from function.apis.event_driven_service.status.reasons import pods as reasons
from function.apis.event_driven_service.status.reasons import workload
from function.status.reason import Reason


def test_what_keeps_a_container_from_starting_is_told_before_what_ends_it() -> None:
    order = (
        reasons.CONTAINER_CONFIG_ERROR,
        reasons.IMAGE_PULL_FAILED,
        reasons.INIT_CONTAINER_FAILED,
        reasons.CONTAINER_CANNOT_START,
        reasons.OOM_KILLED,
        reasons.CRASH_LOOPING,
        reasons.UNSCHEDULABLE,
        reasons.PROBE_FAILING,
    )
    assert [reason.severity for reason in order] == sorted({reason.severity for reason in order})


def test_any_cause_is_more_exact_than_the_deadline() -> None:
    found = [reason for reason in vars(reasons).values() if isinstance(reason, Reason)]
    assert max(reason.severity for reason in found) < workload.ROLLOUT_STUCK.severity
