"""Waiting ends with an answer or at the deadline."""

import pytest

from tools.playground.problem import Problem
from tools.playground.waiting import until


def test_it_returns_the_first_true_answer() -> None:
    answers = iter([None, "", "there", "later"])
    assert until(lambda: next(answers), 60, "an answer") == "there"


def test_it_says_what_it_waited_for() -> None:
    with pytest.raises(Problem, match=r"^waited 0 s for the moon$"):
        until(lambda: False, 0, "the moon")


def test_it_asks_at_least_once() -> None:
    assert until(lambda: True, -1, "nothing") is True


def test_an_error_of_the_question_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        until(lambda: 1 / 0, 60, "an error")
