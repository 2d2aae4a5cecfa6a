"""A failure says what was expected, and what `--update` writes."""

from function.suites.failure import Edit, Failure, differs


def test_the_right_value_is_written_at_the_place() -> None:
    found = differs(("cases", 0), "a", "1", "2", edit=2)
    assert found == Failure(("cases", 0), "a: expected 1; got 2", expected="1", got="2", edit=Edit(("cases", 0), 2))


def test_without_a_right_value_nothing_is_written() -> None:
    assert differs(("cases", 0), "a", "1", "2").edit is None
