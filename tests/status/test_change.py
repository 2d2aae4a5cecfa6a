import pytest

from function.base.condition import OPERATIONAL, VALIDATED, Condition, ConditionStatus
from function.base.manifest import Json, Manifest
from function.base.request import Request
from function.base.summary import Change
from function.render import render
from function.status.change import change
from tests.documents import worker, xr


def seen(status: str, reason: str) -> Manifest:
    return {"status": {"conditions": [{"type": VALIDATED, "status": status, "reason": reason}]}}


NEW: Manifest = {}
VALID, REFUSED = seen("True", "Valid"), seen("False", "InvalidSpec")
BROKEN = seen("False", "PlatformConfigInvalid")


@pytest.mark.parametrize(
    ("before", "status", "reason", "expected"),
    [
        (NEW, "True", "Valid", None),
        (NEW, "False", "InvalidSpec", "refused"),
        (NEW, "False", "PlatformConfigInvalid", "settings broken"),
        (VALID, "True", "Valid", None),
        (VALID, "False", "InvalidSpec", "refused"),
        (VALID, "False", "UnsafeChange", "refused"),
        (REFUSED, "False", "InvalidSpec", None),
        (REFUSED, "False", "UnsafeChange", None),
        (REFUSED, "True", "Valid", "accepted"),
        (REFUSED, "False", "PlatformConfigInvalid", "settings broken"),
        (BROKEN, "False", "PlatformConfigInvalid", None),
        (BROKEN, "True", "Valid", "settings repaired"),
        (BROKEN, "False", "InvalidSpec", "refused"),
        (REFUSED, "Unknown", "InternalError", None),
        (None, "False", "InvalidSpec", "refused"),
        ({"status": {"conditions": "x"}}, "True", "Valid", None),
    ],
)
def test_only_what_is_new_counts(before: Json, status: ConditionStatus, reason: str, expected: Change | None) -> None:
    assert change(before, [Condition(VALIDATED, status, reason, "x")]) == expected


def test_an_answer_without_the_condition_changes_nothing() -> None:
    assert change(REFUSED, [Condition(OPERATIONAL, "True", "Operational", "x")]) is None


@pytest.mark.parametrize(
    ("spec", "platform", "expected"),
    [
        (worker(), {}, None),
        (worker(size="huge"), {}, "refused"),
        (worker(), {"kind": "nothing"}, "settings broken"),
    ],
)
def test_answers_are_told_apart(spec: Manifest, platform: Manifest, expected: Change | None) -> None:
    document = xr(spec)
    assert change(document, render(Request(xr=document, platform=platform)).conditions) == expected
