from function.apis.event_driven_service.status.reasons import autoscaler as reasons

TRIGGER = (
    reasons.NATS_UNREACHABLE,
    reasons.STREAM_OR_CONSUMER_NOT_FOUND,
    reasons.AUTOSCALER_ERROR,
    reasons.FALLBACK,
)


def test_the_exact_causes_are_told_before_the_general_one() -> None:
    assert [reason.severity for reason in TRIGGER] == sorted({reason.severity for reason in TRIGGER})


def test_every_trigger_error_has_the_same_way_to_its_cause() -> None:
    assert {reason.failure for reason in TRIGGER} == {"autoscaler trigger"}
    assert len({reason.steps for reason in TRIGGER}) == 1
