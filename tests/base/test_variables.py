"""What is a variable, what only looks like one, and what comes out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from function.base.variables import Value, Variable, inserted, is_malformed, listed, substitute, variables_in
from tests.property.models import DETERMINISTIC


@pytest.mark.parametrize(
    "text",
    [
        "${}",
        "${1A}",
        "${A",
        "${A-b}",
        "${A:b}",
        "${A:?b}",
        "${a.b}",
        "${A B}",
        "${ A }",
        "${A:-${B}}",
        "x${",
        "${${A}}",
    ],
)
def test_what_only_looks_like_a_variable_is_malformed(text: str) -> None:
    assert is_malformed(text)


@pytest.mark.parametrize(
    "text", ["", "$A", "$(A)", "{A}", "%{+YYYY}", "$", "$$", "fx:rate:{currency}", "a}b", "\\$ {A}"]
)
def test_other_text_is_just_text(text: str) -> None:
    assert not is_malformed(text)
    assert variables_in(text) == []
    assert substitute(text, lambda _: "x") == text


@pytest.mark.parametrize(
    ("text", "variables", "result"),
    [
        ("${A}", [Variable("A", None)], "<A>"),
        ("${_a1}", [Variable("_a1", None)], "<_a1>"),
        ("${A:-}", [Variable("A", "")], "<A>"),
        ("${A:-b c:-d}", [Variable("A", "b c:-d")], "<A>"),
        ("x${A}y${B:-2}${A}", [Variable("A", None), Variable("B", "2"), Variable("A", None)], "x<A>y<B><A>"),
        ("$${A}", [Variable("A", None)], "$<A>"),
    ],
)
def test_variables_are_found_and_replaced(text: str, variables: list[Variable], result: str) -> None:
    assert variables_in(text) == variables
    assert substitute(text, lambda variable: f"<{variable.name}>") == result
    assert not is_malformed(text)


def test_a_value_is_not_searched_for_variables() -> None:
    assert substitute("${A}", lambda _: "${B}") == "${B}"


@DETERMINISTIC
@given(st.text("${}:-A b", max_size=12))
def test_any_text_is_split_into_variables_and_the_rest(text: str) -> None:
    spelled = {variable.name for variable in variables_in(text)}
    assert all(f"${{{name}" in text for name in spelled)
    assert substitute(text, lambda variable: "${" + variable.name + _default(variable) + "}") == text


def _default(variable: Variable) -> str:
    return "" if variable.default is None else f":-{variable.default}"


def test_each_use_of_a_value_counts() -> None:
    assert inserted([]) == 0
    assert inserted([Value("abc", "here"), None, Value("abc", "here"), Value("", "here")]) == 6


def test_variables_are_listed_with_their_places() -> None:
    assert listed([]) == ""
    assert listed([("B", "b"), ("A", "a"), ("B", "a"), ("B", "b")]) == "B (b, a), A (a)"


def test_of_many_variables_and_places_some_are_listed() -> None:
    assert listed(("A", str(place)) for place in range(6)) == "A (0, 1, 2, 3, 4 and 1 more)"
    assert listed((f"A{name}", "a") for name in range(22)).endswith("A19 (a) and 2 more")
