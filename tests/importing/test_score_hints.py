"""What to do about fields of Score files."""

import pytest

from function.importing.score_hints import hint


@pytest.mark.parametrize(
    ("field", "words"),
    [("files", "ConfigMap"), ("before", "runs one container"), ("unheard_of", "ask the platform team")],
)
def test_there_is_always_a_hint(field: str, words: str) -> None:
    assert words in hint(field)
