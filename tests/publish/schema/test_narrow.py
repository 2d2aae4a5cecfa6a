"""What the entries ask, judged by an evaluator of CEL: what a variant's own schema takes, and what it refuses."""

from typing import Any

import pytest

from function.base.manifest import Manifest
from function.base.rule import Rule
from function.publish.schema.merge import merged
from function.publish.schema.narrow import Place, narrowed
from function.publish.schema.tree import List, Map, Object, Property, Scalar, Schema
from tests.publish.judges import compiled

TEXT = Scalar(type="string", limits={"maxLength": 9})
LOW = Rule(cel="!has(self.low) || self.low < 5", message="low must be low", field="low", holds=bool)


def scalar(kind: Any, *enum: str | int, **limits: str | float) -> Scalar:
    """Return a value; a pattern means what it matches."""
    return Scalar(type=kind, limits=limits, enum=enum, meaning=f"text that matches {limits.get('pattern')}")


def words(**limits: str | int) -> Scalar:
    return scalar("string", **{"maxLength": 9, **limits})


def texts(item: Schema, most: int = 5) -> List:
    return List(item=item, limits={"maxItems": most})


def named(key: Scalar, value: Schema, most: int = 5) -> Map:
    return Map(key=key, value=value, limits={"maxProperties": most})


def thing(*rules: Rule, **fields: Schema) -> Object:
    """Return an object; a field whose name ends in _ is required."""
    properties = {
        name.rstrip("_"): Property(schema=schema, description="", required=name.endswith("_"))
        for name, schema in fields.items()
    }
    return Object(description="", properties=properties, rules=rules)


def entries(own: Schema, other: Schema) -> list[Manifest]:
    """Return what variant cat asks of its field `v`, which variant dog has otherwise."""
    place = Place(value="self.v", field="v", owner="v of a cat")
    return list(narrowed(own, merged({"cat": own, "dog": other}, "v"), place))


def refusals(own: Schema, other: Schema, value: object) -> list[tuple[str, str]]:
    """Return place and message of each entry that does not hold; an error while judging fails the test."""
    found = []
    for entry in entries(own, other):
        judged = compiled(str(entry["rule"])).eval(data={"self": {"v": value}})
        assert judged.value() in (True, False), f"{entry['rule']}: {judged.value()}"
        if not judged.value():
            found.append((str(entry["fieldPath"]), str(entry["message"])))
    return found


LETTERS, DIGITS = "^[a-z]+$", "^[0-9]+$"
INTEGER = scalar("integer", minimum=0, maximum=9)
SHARE = scalar("number", exclusiveMinimum=0.0, maximum=1.0)


@pytest.mark.parametrize(
    ("own", "other", "value", "expected"),
    [
        (words(pattern=LETTERS), words(pattern=DIGITS), "abc", None),
        (words(pattern=LETTERS), words(pattern=DIGITS), "123", f"must be text that matches {LETTERS}"),
        (words(maxLength=3), words(), "abc", None),
        (words(maxLength=3), words(), "abcd", "must be at most 3 characters long"),
        (words(minLength=2), words(), "a", "must be at least 2 character(s) long"),
        (scalar("string", "a", "b"), scalar("string", "b", "c"), "b", None),
        (scalar("string", "a", "b"), scalar("string", "b", "c"), "c", "must be one of [a, b]"),
        (scalar("string", "a"), words(), "b", "must be one of [a]"),
        (scalar("string", "a"), INTEGER, "a", None),
        (scalar("string", "a"), INTEGER, "b", "must be one of [a]"),
        (scalar("string", "a"), INTEGER, 1, "must be a string"),
        (scalar("integer", 1), TEXT, 1, None),
        (scalar("integer", 1), TEXT, 2, "must be one of [1]"),
        (scalar("integer", 1), TEXT, "1", "must be an integer"),
        (INTEGER, scalar("integer", minimum=-5, maximum=20), 9, None),
        (INTEGER, scalar("integer", minimum=-5, maximum=20), 10, "must be at most 9"),
        (INTEGER, scalar("integer", minimum=-5, maximum=20), -1, "must be at least 0"),
        (INTEGER, SHARE, 3.0, None),
        (INTEGER, SHARE, 3, None),
        (INTEGER, SHARE, 0.5, "must be an integer"),
        (SHARE, INTEGER, 0.5, None),
        (SHARE, INTEGER, 0, "must be greater than 0.0"),
        (SHARE, INTEGER, 1.5, "must be at most 1.0"),
        (INTEGER, TEXT, 9, None),
        (INTEGER, TEXT, 10, "must be at most 9"),
        (INTEGER, TEXT, "9", "must be an integer"),
        (words(pattern=LETTERS), INTEGER, "abc", None),
        (words(pattern=LETTERS), INTEGER, "ABC", f"must be text that matches {LETTERS}"),
        (words(pattern=LETTERS), INTEGER, 5, "must be a string"),
        (scalar("int-or-string", maxLength=9, pattern=DIGITS, maximum=5), TEXT, 5, None),
        (scalar("int-or-string", maxLength=9, pattern=DIGITS, maximum=5), TEXT, "77", None),
        (scalar("int-or-string", maxLength=9, pattern=DIGITS, maximum=5), TEXT, 6, "must be at most 5"),
        (
            scalar("int-or-string", maxLength=9, pattern=DIGITS, maximum=5),
            TEXT,
            "a",
            f"must be text that matches {DIGITS}",
        ),
        (texts(TEXT, 1), texts(TEXT), ["a"], None),
        (texts(TEXT, 1), texts(TEXT), ["a", "b"], "must have at most 1 items"),
        (texts(words(pattern=LETTERS)), texts(TEXT), [], None),
        (texts(words(pattern=LETTERS)), texts(TEXT), ["a", "1"], f"each item must be text that matches {LETTERS}"),
        (texts(texts(INTEGER)), texts(texts(TEXT)), [[1], []], None),
        (texts(texts(INTEGER)), texts(texts(TEXT)), [[1], ["1"]], "each item must be an integer"),
        (named(TEXT, TEXT, 1), named(TEXT, TEXT), {"a": "", "b": ""}, "must have at most 1 items"),
        (named(words(pattern=LETTERS), TEXT), named(TEXT, TEXT), {"a": ""}, None),
        (
            named(words(pattern=LETTERS), TEXT),
            named(TEXT, TEXT),
            {"1": ""},
            f"each key must be text that matches {LETTERS}",
        ),
        (named(TEXT, INTEGER), named(TEXT, TEXT), {"a": 1}, None),
        (named(TEXT, INTEGER), named(TEXT, TEXT), {"a": "1"}, "each value must be an integer"),
        (named(TEXT, named(TEXT, INTEGER)), named(TEXT, named(TEXT, TEXT)), {"a": {"b": 1}}, None),
        (
            named(TEXT, named(TEXT, INTEGER)),
            named(TEXT, named(TEXT, TEXT)),
            {"a": {"b": "1"}},
            "each value must be an integer",
        ),
    ],
)
def test_a_value(own: Schema, other: Schema, value: object, expected: str | None) -> None:
    assert refusals(own, other, value) == ([(".v", expected)] if expected else [])


@pytest.mark.parametrize(
    ("own", "other", "value", "expected"),
    [
        (thing(a=TEXT), thing(a=TEXT, b=TEXT), {"a": ""}, []),
        (thing(a=TEXT), thing(a=TEXT, b=TEXT), {"b": ""}, [(".v", "v of a cat does not accept b")]),
        (thing(a_=TEXT), thing(a=TEXT), {"a": ""}, []),
        (thing(a_=TEXT), thing(a=TEXT), {}, [(".v.a", "v of a cat requires a")]),
        (thing(a=INTEGER), thing(a=TEXT), {}, []),
        (thing(a=INTEGER), thing(a=TEXT), {"a": "1"}, [(".v.a", "must be an integer")]),
        (thing(a=thing(b=INTEGER)), thing(a=thing(b=TEXT)), {}, []),
        (thing(a=thing(b=INTEGER)), thing(a=thing(b=TEXT)), {"a": {"b": "1"}}, [(".v.a.b", "must be an integer")]),
        (thing(a=thing(b_=TEXT)), thing(a=thing(b=TEXT)), {"a": {}}, [(".v.a.b", "a of v of a cat requires b")]),
        (thing(LOW, low=INTEGER), thing(low=INTEGER), {}, []),
        (thing(LOW, low=INTEGER), thing(low=INTEGER), {"low": 5}, [(".v.low", "low must be low")]),
        (thing(low=INTEGER), thing(LOW, low=INTEGER), {"low": 5}, []),
        (texts(thing(a=TEXT)), texts(thing(a=TEXT, b=TEXT)), [{"a": ""}, {}], []),
        (
            texts(thing(a=TEXT)),
            texts(thing(a=TEXT, b=TEXT)),
            [{}, {"b": ""}],
            [(".v", "an item of v of a cat does not accept b")],
        ),
        (
            texts(thing(a=INTEGER)),
            texts(thing(a=TEXT)),
            [{"a": ""}],
            [(".v", "a of each item must be an integer")],
        ),
        (
            named(TEXT, thing(a_=TEXT)),
            named(TEXT, thing(a=TEXT)),
            {"x": {}},
            [(".v", "a value of v of a cat requires a")],
        ),
    ],
)
def test_an_object(own: Schema, other: Schema, value: object, expected: list[tuple[str, str]]) -> None:
    assert refusals(own, other, value) == expected


@pytest.mark.parametrize("schema", [TEXT, INTEGER, texts(TEXT), named(TEXT, TEXT), thing(LOW, low_=INTEGER)])
def test_what_is_the_same_asks_for_nothing(schema: Schema) -> None:
    assert entries(schema, schema) == []


@pytest.mark.parametrize("value", [1e300, -1e300, 2.0**63])
def test_a_number_that_is_too_large_is_refused_without_an_error(value: float) -> None:
    assert (".v", "must be an integer") in refusals(INTEGER, scalar("number"), value)


def test_required_and_foreign_fields_have_their_reason() -> None:
    reasons = [entry.get("reason") for entry in entries(thing(a_=TEXT), thing(a=TEXT, b=TEXT))]
    assert reasons == ["FieldValueRequired", "FieldValueForbidden"]


@pytest.mark.parametrize("number", [1, 17, 200])
def test_any_number_of_foreign_fields_can_be_named(number: int) -> None:
    others = [f"field_{position}" for position in range(number)]
    (entry,) = entries(thing(a=TEXT), thing(a=TEXT, **dict.fromkeys(others, TEXT)))
    message = compiled(str(entry["messageExpression"])).eval(data={"self": {"v": {others[-1]: ""}}})
    assert message.value() == f"v of a cat does not accept {others[-1]}"
    assert not compiled(str(entry["rule"])).eval(data={"self": {"v": {others[-1]: ""}}}).value()
