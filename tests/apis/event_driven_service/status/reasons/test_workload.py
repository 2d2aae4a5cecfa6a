from function.apis.event_driven_service.status.reasons import workload as reasons
from function.status.reason import Reason


def test_the_general_reason_is_the_last_to_be_told() -> None:
    found = [reason for reason in vars(reasons).values() if isinstance(reason, Reason)]
    faults = [reason for reason in found if reason.status == "False"]
    assert max(faults, key=lambda reason: reason.severity) is reasons.DEPLOYMENT_NOT_READY


def test_a_text_that_may_be_old_says_so() -> None:
    message = reasons.PODS_NOT_CREATED.because(detail="no token", namespace="shop").message
    assert "the first error was: no token" in message
    assert "kubectl get events -n shop" in message
