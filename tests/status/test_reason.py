import pytest

from function.status.reason import Cause, Reason, worst


def reason(name: str, severity: int, **words: str) -> Reason:
    return Reason(
        name=name,
        conditions=("Operational",),
        status="False",
        severity=severity,
        effect="blocked",
        audience="claim author",
        meaning="A test.",
        **words,  # type: ignore[arg-type] # the words are message and remedy
    )


def test_templates_are_filled_and_joined() -> None:
    cause = reason("X", 1, message="no {thing}", remedy="make {thing}").because(thing="bread")
    assert cause.message == "no bread. make bread"


def test_without_a_remedy_there_is_no_second_sentence() -> None:
    assert reason("X", 1, message="no {thing}").because(thing="bread").message == "no bread"


def test_a_value_that_is_missing_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        reason("X", 1, message="no {thing}").because()


def test_braces_in_a_value_are_left_alone() -> None:
    assert reason("X", 1, message="{thing}").because(thing="{other}").message == "{other}"


def test_the_lowest_severity_is_the_worst() -> None:
    first, second = Cause(reason("B", 1), "b"), Cause(reason("A", 2), "a")
    assert worst([second, first]) == first


def test_order_does_not_matter_among_equals() -> None:
    first, second = Cause(reason("A", 1), "x"), Cause(reason("A", 1), "y")
    assert worst([first, second]) == worst([second, first]) == first


def test_nothing_is_not_bad() -> None:
    assert worst([]) is None
