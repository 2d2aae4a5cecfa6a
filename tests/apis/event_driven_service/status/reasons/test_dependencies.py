from function.apis.event_driven_service.status.reasons import dependencies as reasons
from function.apis.event_driven_service.status.reasons import pods, workload
from function.status.reasons import applying

MISSING = (
    reasons.SECRET_NOT_FOUND,
    reasons.SECRET_KEY_MISSING,
    reasons.CONFIG_MAP_NOT_FOUND,
    reasons.CONFIG_MAP_KEY_MISSING,
)


def test_each_remedy_names_the_field_of_the_claim() -> None:
    assert all("correct {field}" in reason.remedy for reason in MISSING)


def test_what_is_missing_comes_after_delivery_and_before_its_effects_on_pods() -> None:
    assert applying.APPLY_FAILED.severity < min(reason.severity for reason in MISSING)
    assert max(reason.severity for reason in MISSING) < min(
        pods.CRASH_LOOPING.severity, workload.ROLLOUT_STUCK.severity
    )
