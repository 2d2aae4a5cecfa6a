import pytest

from function.base.manifest import Json
from function.publish.schema.bounds import bound, bounds, choice


@pytest.mark.parametrize(
    ("keyword", "limit", "condition", "message"),
    [
        ("pattern", "^x{2}$", "v.matches('^x{2}$')", "must be two x"),
        ("minLength", 1, "size(v) >= 1", "must be at least 1 character(s) long"),
        ("maxLength", 9, "size(v) <= 9", "must be at most 9 characters long"),
        ("minimum", -1, "v >= -1", "must be at least -1"),
        ("exclusiveMinimum", 0, "v > 0", "must be greater than 0"),
        ("maximum", 9, "v <= 9", "must be at most 9"),
        ("exclusiveMaximum", 1, "v < 1", "must be less than 1"),
        ("minItems", 1, "size(v) >= 1", "must have at least 1 item(s)"),
        ("maxItems", 2, "size(v) <= 2", "must have at most 2 items"),
        ("minProperties", 1, "size(v) >= 1", "must have at least 1 item(s)"),
        ("maxProperties", 2, "size(v) <= 2", "must have at most 2 items"),
    ],
)
def test_a_limit(keyword: str, limit: Json, condition: str, message: str) -> None:
    assert bound(keyword, limit, "v", "two x") == (condition, message)
    assert list(bounds({keyword: limit}, "v", "two x")) == [(condition, message)]


def test_an_unknown_keyword_is_an_error() -> None:
    with pytest.raises(KeyError):
        bound("multipleOf", 3, "v")


def test_the_pattern_comes_first() -> None:
    assert [condition for condition, _ in bounds({"maxLength": 9, "pattern": "^x$"}, "v")] == [
        "v.matches('^x$')",
        "size(v) <= 9",
    ]


@pytest.mark.parametrize(
    ("enum", "condition", "message"),
    [
        (("a", "it's"), r"v in ['a', 'it\'s']", "must be one of [a, it's]"),
        ((1, 2), "v in [1, 2]", "must be one of [1, 2]"),
    ],
)
def test_a_choice(enum: tuple[Json, ...], condition: str, message: str) -> None:
    assert choice(enum, "v") == (condition, message)
