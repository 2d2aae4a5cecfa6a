"""Texts mean in compose what they mean in a pod."""

import pytest

from function.compose.text import escaped, expanded


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
