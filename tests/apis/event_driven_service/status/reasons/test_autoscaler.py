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


def test_the_steps_name_the_three_common_causes() -> None:
    text = " ".join(reasons.AUTOSCALER_ERROR.steps)
    assert all(word in text for word in ("stream", "consumer", "account", "headless"))


def test_the_account_without_jetstream_is_warned_about() -> None:
    assert any("`$SYS` has no JetStream" in step for step in reasons.AUTOSCALER_ERROR.steps)
