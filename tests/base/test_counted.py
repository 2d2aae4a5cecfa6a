import pytest

from function.base.counted import counted


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 errors"), (1, "1 error"), (2, "2 errors"), (11, "11 errors"), (1001, "1001 errors")]
)
def test_only_one_is_singular(number: int, text: str) -> None:
    assert counted(number, "error") == text


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 restart pods"), (1, "1 restarts pods"), (2, "2 restart pods"), (21, "21 restart pods")]
)
def test_a_verb_has_no_s_with_more(number: int, text: str) -> None:
    assert counted(number, "restarts pods", "restart pods") == text
