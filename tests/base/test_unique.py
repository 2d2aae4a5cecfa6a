import pytest

from function.base.unique import duplicates, first_repeat


@pytest.mark.parametrize(
    ("names", "expected"), [([], []), (["A"], []), (["B", "A", "B", "A", "C", "A"], ["A", "B"]), (["a", "A"], [])]
)
def test_names_that_occur_twice(names: list[str], expected: list[str]) -> None:
    assert duplicates(names) == expected


@pytest.mark.parametrize(
    ("names", "path"), [("", ""), ("A", ""), ("AB", ""), ("Aa", ""), ("ABA", "2"), ("ABBA", "2"), ("AAA", "1")]
)
def test_the_first_name_that_has_occurred_before_is_found(names: str, path: str) -> None:
    assert first_repeat((str(position), name) for position, name in enumerate(names)) == path


def test_names_are_counted_once() -> None:
    compared = 0

    class Name(str):
        __slots__ = ()

        def __eq__(self, other: object) -> bool:
            nonlocal compared
            compared += 1
            return str.__eq__(self, other) is True

        __hash__ = str.__hash__

    count = 200
    assert duplicates([Name(number % 100) for number in range(count)]) == sorted(str(number) for number in range(100))
    assert compared < 4 * count
