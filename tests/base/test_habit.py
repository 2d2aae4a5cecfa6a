"""Only a habit with the same value in the same object is a plain rename."""

import pytest

from function.base.habit import Habit


def test_a_field_of_the_same_object_takes_the_value() -> None:
    assert Habit("envName", covers="envName").rename == "envName"


@pytest.mark.parametrize(
    "habit",
    [
        Habit(),
        Habit(hint="the platform decides it"),
        Habit("nats.url"),
        Habit("secretRefs[].name"),
        Habit("spec.httpPort"),
        Habit("path", hint="write path directly into the probe"),
        Habit("podLabels", same=False),
    ],
)
def test_what_needs_another_value_or_place_is_none(habit: Habit) -> None:
    assert habit.rename == ""


def test_a_habit_says_only_what_is_given() -> None:
    assert Habit(hint="a") == Habit(use="", hint="a", covers="")
