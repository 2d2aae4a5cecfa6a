"""A text in another case stands for one allowed text, or for none."""

import pytest

from function.base.fix import Replace, other_case


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Small", Replace("small")),
        ("SMALL", Replace("small")),
        ("small", None),
        ("smal", None),
        ("", None),
        ("Always", None),
        (None, None),
        (1, None),
        (True, None),
        (["small"], None),
    ],
)
def test_only_upper_and_lower_case_may_differ(given: object, expected: Replace | None) -> None:
    assert other_case(given, ["small", "medium", "Always"]) == expected


def test_two_possible_texts_are_none() -> None:
    assert other_case("on", ["On", "ON"]) is None
    assert other_case("on", []) is None
