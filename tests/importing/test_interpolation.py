"""Variables in compose files."""

import pytest

from function.importing.interpolation import Resolved, resolved

VALUES = {"SET": "x", "EMPTY": ""}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ""),
        ("plain {text}", "plain {text}"),
        ("$SET", "x"),
        ("a${SET}b", "axb"),
        ("$SET.$SET", "x.x"),
        ("$$SET", "$SET"),
        ("$$$SET", "$x"),
        ("$$$$", "$$"),
        ("$${SET}", "${SET}"),
        ("${EMPTY}", ""),
        ("${NONE:-1}", "1"),
        ("${NONE-1}", "1"),
        ("${NONE:-}", ""),
        ("${NONE-}", ""),
        ("${EMPTY:-1}", "1"),
        ("${EMPTY-1}", ""),
        ("${SET:-1}", "x"),
        ("${SET-1}", "x"),
        ("${SET:?must be set}", "x"),
        ("${EMPTY?must be set}", ""),
        ("${SET:+1}", "1"),
        ("${SET+1}", "1"),
        ("${EMPTY:+1}", ""),
        ("${EMPTY+1}", "1"),
        ("${NONE:+1}", ""),
        ("${NONE+$NONE}", ""),
        ("${NONE:-${OTHER:-2}}", "2"),
        ("${NONE:-a${SET}b}", "axb"),
        ("${NONE:-{}}", "{}"),
        ("${NONE:-a b:c-d}", "a b:c-d"),
        ("${NONE:-$$}", "$"),
        ("${SET:-$NONE}", "x"),
    ],
)
def test_values_and_defaults(text: str, found: str) -> None:
    assert resolved(text, VALUES) == Resolved(found)


@pytest.mark.parametrize(
    ("text", "unset"),
    [
        ("$NONE", ("NONE",)),
        ("a${NONE}b${OTHER}$NONE", ("NONE", "OTHER")),
        ("${NONE:?must be set}", ("NONE",)),
        ("${NONE?must be set}", ("NONE",)),
        ("${EMPTY:?must be set}", ("EMPTY",)),
        ("${NONE:-$OTHER}", ("OTHER",)),
        ("${SET:+$OTHER}", ("OTHER",)),
    ],
)
def test_variables_without_a_value_are_named(text: str, unset: tuple[str, ...]) -> None:
    found = resolved(text, VALUES)
    assert found is not None
    assert found.unset == unset


@pytest.mark.parametrize(
    "text",
    [
        "$",
        "a$",
        "$ ",
        "$1",
        "${",
        "${}",
        "${SET",
        "${SET:-",
        "${ SET }",
        "${1}",
        "${SET!}",
        "${SET:}",
        "${SET:x}",
        "$(SET)",
        "${NONE:-$}",
        "$$$",
        "${NONE:-" * 40 + "}" * 40,
    ],
)
def test_what_is_no_variable(text: str) -> None:
    assert resolved(text, VALUES) is None


def test_long_texts_take_time_in_proportion() -> None:
    assert resolved("${" * 200_000, {}) is None
    assert resolved("${A:-{" * 100_000, {}) is None
    assert resolved("${A:-1}" * 50_000, {}) == Resolved("1" * 50_000)
