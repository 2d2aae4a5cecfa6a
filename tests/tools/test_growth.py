"""The command that measures growth: each input can be made, in any size."""

from collections.abc import Callable

import pytest

from tools.growth import INPUTS


@pytest.mark.parametrize("call", [call for _, _, call in INPUTS.values()], ids=INPUTS)
def test_an_input_of_any_size_is_answered(call: Callable[[int], Callable[[], object]]) -> None:
    for size in (1, 2):
        call(size)()
