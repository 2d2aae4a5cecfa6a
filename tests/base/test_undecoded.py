import pytest

from function.base.problems import Problem
from function.base.undecoded import UndecodableError


def test_the_error_is_a_problem_of_the_input() -> None:
    error = UndecodableError("spec.a", "no")
    assert error.problem == Problem(path="spec.a", message="no", code="EP111")


@pytest.mark.parametrize(("path", "shown"), [("", "no"), ("a" * 80, "a" * 80 + ": no"), ("a" * 81, "a" * 80 + "…: no")])
def test_a_long_path_is_truncated(path: str, shown: str) -> None:
    assert str(UndecodableError(path, "no")) == shown
