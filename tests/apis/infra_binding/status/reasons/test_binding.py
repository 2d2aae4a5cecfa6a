from function.apis.infra_binding.status.reasons import binding as reasons
from function.status.reasons.applying import APPLY_FAILED

FAULTS = (reasons.SECRET_NOT_FETCHED, reasons.OBJECT_REFUSED)


def test_a_fault_is_told_before_waiting_and_causes_before_effects() -> None:
    order = [*FAULTS, reasons.OBJECTS_PENDING]
    assert [reason.severity for reason in order] == sorted({reason.severity for reason in order})
    assert reasons.SECRET_NOT_FETCHED.severity > APPLY_FAILED.severity


def test_a_fault_says_where_to_look_and_never_what_was_answered() -> None:
    for reason in FAULTS:
        assert reason.steps
        assert "{names}" in reason.message
        assert "detail" not in reason.message


def test_a_binding_without_secrets_does_not_say_that_any_was_seen() -> None:
    assert "were not checked" in reasons.NO_SECRETS_FETCHED.message
