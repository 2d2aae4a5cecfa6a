import pytest

from function.publish.pages.types import allowed, type_of
from function.publish.schema.tree import AnyObject, List, Map, Object, Scalar, Schema, Union

TEXT = Scalar(type="string", limits={"maxLength": 9})


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (TEXT, "string"),
        (Scalar(type="int-or-string"), "integer or string"),
        (List(item=Scalar(type="boolean")), "list of boolean"),
        (Map(key=TEXT, value=List(item=Scalar(type="number"))), "map of string to list of number"),
        (Object(description="", properties={}), "object"),
        (Union(tag="type", variants={}), "object"),
        (AnyObject(), "object"),
    ],
)
def test_types(schema: Schema, expected: str) -> None:
    assert type_of(schema) == expected


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (Scalar(type="boolean"), []),
        (AnyObject(), []),
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
        (List(item=TEXT, limits={"maxItems": 2}), ["at most 2 items", "each item: at most 9 characters"]),
        (
            Map(key=TEXT, value=TEXT, limits={"minProperties": 1}),
            ["at least 1 key(s)", "each key: at most 9 characters", "each value: at most 9 characters"],
        ),
    ],
)
def test_bounds(schema: Schema, expected: list[str]) -> None:
    assert allowed(schema) == expected
