from function.base.problems import Problem
from function.status.warnings import MOST, shown, texts


def test_they_are_sorted_and_each_is_shown_once() -> None:
    assert shown(["b", "a", "b"]) == ["a", "b"]
    assert shown([]) == []


def test_there_are_not_too_many() -> None:
    assert shown(f"{number:02}" for number in reversed(range(MOST + 1))) == [f"{number:02}" for number in range(MOST)]


def test_what_a_setting_may_allow_is_left_out() -> None:
    own = Problem(path="spec.a", message="b", code="EP434", severity="warning")
    of_platform = Problem(path="spec.c", message="d", code="EP224", severity="warning", setting="policy.triggers")
    assert texts([own, of_platform]) == ["spec.a: b"]
