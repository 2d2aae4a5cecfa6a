import pytest

from function.publish.pages.types import allowed, type_of
from function.publish.schema.tree import Anything, Entries, Items, Object, Scalar, Schema, Variants

TEXT = Scalar(type="string", limits={"maxLength": 9})


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (TEXT, "text"),
        (Scalar(type="int-or-string"), "text or whole number"),
        (Items(item=Scalar(type="boolean")), "list of true or false"),
        (Entries(key=TEXT, value=Items(item=Scalar(type="number"))), "map of text to list of number"),
        (Object(description="", properties={}), "object"),
        (Variants(tag="type", variants={}), "object"),
        (Anything(), "object"),
    ],
)
def test_types(schema: Schema, expected: str) -> None:
    assert type_of(schema) == expected


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (Scalar(type="boolean"), []),
        (Anything(), []),
        (TEXT, ["at most 9 characters"]),
        (Scalar(type="integer", enum=(1, 2)), ["one of `1`, `2`"]),
        (
            Scalar(type="string", limits={"pattern": "^[a-z]+$", "maxLength": 9}, meaning="small letters"),
            ["small letters", "at most 9 characters"],
        ),
        (
            Scalar(
                type="int-or-string", limits={"minimum": 0, "pattern": "^.+$", "maxLength": 32}, meaning="an amount"
            ),
            ["an amount"],
        ),
        (
            Scalar(type="number", limits={"exclusiveMinimum": 0, "exclusiveMaximum": 1}),
            ["more than 0", "less than 1"],
        ),
        (Items(item=TEXT, limits={"maxItems": 2}), ["at most 2 items", "each item: at most 9 characters"]),
        (
            Entries(key=TEXT, value=TEXT, limits={"minProperties": 1}),
            ["at least 1 key(s)", "each key: at most 9 characters", "each value: at most 9 characters"],
        ),
    ],
)
def test_bounds(schema: Schema, expected: list[str]) -> None:
    assert allowed(schema) == expected
