import pytest

from function.base.unique import duplicates


@pytest.mark.parametrize(
    ("names", "expected"), [([], []), (["A"], []), (["B", "A", "B", "A", "C", "A"], ["A", "B"]), (["a", "A"], [])]
)
def test_names_that_occur_twice(names: list[str], expected: list[str]) -> None:
    assert duplicates(names) == expected
