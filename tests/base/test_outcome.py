import pytest

from function.base.outcome import Outcome
from function.base.problems import Problem


def wrong(count: int) -> tuple[Problem, ...]:
    return tuple(
        Problem(path=f"spec.env[{position:02}]", message="is wrong", code="EP100") for position in range(count)
    )


def test_without_problems_nothing_is_fatal() -> None:
    assert Outcome().fatal is None


def test_a_warning_is_not_fatal() -> None:
    warning = Problem(path="spec", message="is odd", code="EP300", severity="warning")
    assert Outcome(problems=(warning,)).fatal is None


def test_errors_are_sorted_and_each_is_told_once() -> None:
    first, second = wrong(2)
    assert Outcome(problems=(second, first, second)).fatal == "spec.env[00]: is wrong\nspec.env[01]: is wrong"


@pytest.mark.parametrize(("count", "last"), [(20, "spec.env[19]: is wrong"), (21, "and 2 more"), (99, "and 80 more")])
def test_at_most_twenty_lines(count: int, last: str) -> None:
    lines = (Outcome(problems=wrong(count)).fatal or "").splitlines()
    assert len(lines) == 20
    assert lines[-1] == last


@pytest.mark.parametrize(("count", "longest"), [(1, 10_000), (2, 5000), (20, 500), (99, 500)])
def test_lines_share_10000_characters(count: int, longest: int) -> None:
    problems = [Problem(path=f"{number:02}{'x' * 20_000}", message="is wrong", code="EP100") for number in range(count)]
    first = (Outcome(problems=tuple(problems)).fatal or "").splitlines()[0]
    assert first == "00" + "x" * (longest - 3) + "…"
