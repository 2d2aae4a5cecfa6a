from function.status.warnings import MOST, shown


def test_they_are_sorted_and_each_is_shown_once() -> None:
    assert shown(["b", "a", "b"]) == ["a", "b"]
    assert shown([]) == []


def test_there_are_not_too_many() -> None:
    assert shown(f"{number:02}" for number in reversed(range(MOST + 1))) == [f"{number:02}" for number in range(MOST)]
