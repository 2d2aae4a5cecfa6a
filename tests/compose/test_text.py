"""Texts mean in compose what they mean in a pod."""

import pytest

from function.base.variables import INSERTED_MAX
from function.compose.text import ExpansionError, bounded, escaped, expanded, inserted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("$HOME ${HOME}", "$$HOME $${HOME}"),
        ("$(A)/x", "1/x"),
        ("$(B)", "${ENV_B:?}"),
        ("$$(A)", "$$(A)"),
        ("$(C)", "$$(C)"),
        ("$( A)", "$$( A)"),
        ("$(A", "$$(A"),
        ("$", "$$"),
    ],
)
def test_a_reference_is_replaced_and_a_dollar_sign_escaped(text: str, expected: str) -> None:
    assert expanded(text, {"A": "1", "B": "${ENV_B:?}"}) == expected


def test_nothing_of_an_escaped_text_is_a_variable() -> None:
    assert escaped("a${B}$$") == "a$${B}$$$$"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [([], 0), (["abc"], 0), (["$(A)-$(A)", "$(A)"], 9), (["$$(A)", "$(B)", "$()", "$( A)"], 0)],
)
def test_what_variables_stand_for_is_counted(texts: list[str], expected: int) -> None:
    assert inserted(texts, {"A": "123", "": "4567"}) == expected


def test_only_so_much_is_inserted() -> None:
    assert bounded(INSERTED_MAX, "args of main") == INSERTED_MAX
    with pytest.raises(ExpansionError, match=r"^args of main: the values of variables have more than"):
        bounded(INSERTED_MAX + 1, "args of main")
