"""Refusals: what is reported, and that nothing is removed."""

import pytest

from function.base.problems import Problem, Severity
from function.refused import crashed, rejected, too_large
from tests.support import CONDITIONS


def test_a_crash_is_told_without_what_was_in_the_request() -> None:
    answer = crashed("0a1b2c3d4e5f")
    assert (answer.fatal or "").startswith("internal error 0a1b2c3d4e5f. ")
    assert tuple(condition.type for condition in answer.conditions) == CONDITIONS
    assert {condition.status for condition in answer.conditions} == {"Unknown"}
    assert answer.resources == {}


def test_a_call_has_at_most_a_hundred_problems() -> None:
    problems = [Problem(path=f"spec.a{number}", message="is wrong", code="EP100") for number in range(101)]
    assert len(rejected(problems).problems) == 100


def test_what_cannot_be_sent_has_a_reason_of_its_own() -> None:
    outcome = too_large("the response has 4.1 MiB")
    assert {condition.reason for condition in outcome.conditions} == {"ResponseTooLarge"}
    assert outcome.fatal == "the response has 4.1 MiB"


@pytest.mark.parametrize("severity", [(), ("warning",)])
def test_without_an_error_nothing_is_rejected_since_every_object_would_be_removed(severity: list[Severity]) -> None:
    with pytest.raises(ValueError, match="would remove every object"):
        rejected([Problem(path="spec", message="odd", code="EP302", severity=found) for found in severity])
