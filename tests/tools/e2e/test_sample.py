"""The sample of the generated documents."""

import pytest

from tools.e2e.sample import TOGETHER, VARIABLE, sample


def test_without_the_variable_all_are_tried() -> None:
    assert sample({}) == 1


def test_all_scenarios_together_try_a_sample() -> None:
    assert sample({VARIABLE: str(TOGETHER)}) == TOGETHER > 1


@pytest.mark.parametrize("text", ["", "0", "-1", "1.5", "6", "many", "²", "1\n"])
def test_what_is_no_sample(text: str) -> None:
    with pytest.raises(ValueError, match=VARIABLE):
        sample({VARIABLE: text})
