import pytest

from function.status.reason import Reason
from function.status.reasons import input as reasons

REFUSALS = (reasons.INVALID_SPEC, reasons.PLATFORM_CONFIG_INVALID, reasons.UNSAFE_CHANGE)


@pytest.mark.parametrize("reason", REFUSALS, ids=lambda reason: reason.name)
def test_a_refusal_repeats_the_problems_word_for_word(reason: Reason) -> None:
    assert reason.because(problems="spec.size: {no}").message == "spec.size: {no}"


def test_a_bug_of_ours_is_not_the_authors_to_mend() -> None:
    assert reasons.INTERNAL_ERROR.audience == "operator"
    assert "incident" not in reasons.INTERNAL_ERROR.because(incident="0123").message
