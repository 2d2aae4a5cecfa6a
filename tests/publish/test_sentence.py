"""The first sentence of a description."""

import pytest

from function.publish.sentence import first_sentence


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("", ""),
        ("Preset.", "Preset."),
        ("Preset. Default: medium.", "Preset."),
        ("Maximum size, such as 1.5Gi. Default: none.", "Maximum size, such as 1.5Gi."),
        ("registry/name@sha256:…, or both.", "registry/name@sha256:…, or both."),
        ("No full stop", "No full stop"),
        ("Such as 1. or 2. of it", "Such as 1. or 2. of it"),
    ],
)
def test_a_sentence_ends_before_a_capital_letter(text: str, first: str) -> None:
    assert first_sentence(text) == first
