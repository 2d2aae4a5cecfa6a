import pytest

from function.base.condition import Condition
from function.base.manifest import Manifest
from function.status.events import events

GOOD = Condition("Operational", "True", "Operational", "the service runs as asked")
FAULT = Condition("Operational", "False", "ImagePullFailed", "no image", "blocked")
OTHER = Condition("Operational", "False", "SecretNotFound", "no secret", "blocked")
PROGRESS = Condition("Operational", "False", "DeploymentNotReady", "starting", "progressing")
PENDING = Condition("Operational", "Unknown", "AutoscalerPending", "not yet", "progressing")


def composite(before: Condition | None) -> Manifest:
    if before is None:
        return {}
    return {"status": {"conditions": [{"type": before.type, "status": before.status, "reason": before.reason}]}}


@pytest.mark.parametrize(
    ("before", "now", "reported"),
    [
        (None, GOOD, []),
        (None, PROGRESS, []),
        (None, PENDING, []),
        (None, FAULT, [("Warning", "ImagePullFailed")]),
        (FAULT, FAULT, []),
        (FAULT, OTHER, [("Warning", "SecretNotFound")]),
        (FAULT, PROGRESS, []),
        (FAULT, GOOD, [("Normal", "Operational")]),
        (PROGRESS, GOOD, [("Normal", "Operational")]),
        (GOOD, GOOD, []),
        (GOOD, PROGRESS, []),
        (GOOD, PENDING, []),
        (GOOD, FAULT, [("Warning", "ImagePullFailed")]),
    ],
)
def test_an_event_is_told_once(before: Condition | None, now: Condition, reported: list[tuple[str, str]]) -> None:
    assert [(event.severity, event.reason) for event in events(composite(before), [now])] == reported


def test_another_message_of_the_same_reason_is_no_event() -> None:
    assert events(composite(FAULT), [Condition("Operational", "False", "ImagePullFailed", "otherwise")]) == ()


@pytest.mark.parametrize("status", [None, [], {"conditions": 3}, {"conditions": [None, {"type": 1}]}])
def test_malformed_conditions_count_as_none(status: object) -> None:
    assert events({"status": status}, [GOOD]) == ()  # type: ignore[dict-item] # malformed on purpose


def test_other_conditions_give_no_events() -> None:
    assert events({}, [Condition("AutoscalerReady", "False", "AutoscalerError", "x")]) == ()
