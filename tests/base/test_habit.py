from function.base.habit import Habit


def test_a_habit_says_only_what_is_given() -> None:
    assert Habit(hint="a") == Habit(use="", hint="a", covers="")
