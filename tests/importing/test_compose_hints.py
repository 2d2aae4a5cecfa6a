"""What to do about fields of compose files."""

import pytest

from function.importing.compose_hints import hint


@pytest.mark.parametrize(
    ("field", "words"), [("volumes", "emptyDir"), ("privileged", "restricted"), ("unheard_of", "ask the platform team")]
)
def test_there_is_always_a_hint(field: str, words: str) -> None:
    assert words in hint(field)
