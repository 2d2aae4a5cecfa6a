from typing import Any

import pytest

from function.base.rule import Rule
from function.publish.schema.merge import grouped, merged, merged_objects
from function.publish.schema.tree import AnyObject, List, Map, Object, Property, Scalar, Schema, Union

RULE = Rule(cel="a", message="m", holds=bool)


def scalar(kind: Any, *enum: str | int, **limits: str | float) -> Scalar:
    return Scalar(type=kind, limits=limits, enum=enum)


def text(most: int = 9, **limits: str | int) -> Scalar:
    return scalar("string", maxLength=most, **limits)


def thing(*rules: Rule, description: str = "A thing.", **fields: Schema) -> Object:
    """Return an object; a field whose name ends in _ is required."""
    properties = {
        name.rstrip("_"): Property(schema=schema, description=f"D {name}.", required=name.endswith("_"))
        for name, schema in fields.items()
    }
    return Object(description=description, properties=properties, rules=rules)


def both(first: Schema, second: Schema) -> Schema:
    return merged({"cat": first, "dog": second}, "age")


KEY = text(pattern="^[a-z]+$")
FREE = scalar("string")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param(text(), text(), text(), id="equal"),
        pytest.param(text(9), text(12), text(12), id="longer"),
        pytest.param(text(pattern="^a$"), text(12, pattern="^a$"), text(12, pattern="^a$"), id="one pattern"),
        pytest.param(text(pattern="^a$"), text(pattern="^b$"), text(), id="two patterns"),
        pytest.param(text(pattern="^a$"), text(), text(), id="a pattern and none"),
        pytest.param(text(minLength=2), text(minLength=1), text(minLength=1), id="shorter"),
        pytest.param(text(minLength=2), text(), text(), id="no shortest"),
        pytest.param(
            scalar("string", "a", "b"), scalar("string", "b", "c"), scalar("string", "a", "b", "c"), id="enums"
        ),
        pytest.param(scalar("string", "abcdefghij"), text(9), text(10), id="an enum and any text"),
        pytest.param(
            scalar("integer", minimum=1, maximum=9),
            scalar("integer", minimum=0, maximum=5),
            scalar("integer", minimum=0, maximum=9),
            id="integers",
        ),
        pytest.param(scalar("integer", minimum=1), scalar("integer"), scalar("integer"), id="no least"),
        pytest.param(
            scalar("integer", minimum=1), scalar("integer", exclusiveMinimum=1), scalar("integer"), id="least or more"
        ),
        pytest.param(
            scalar("integer", minimum=0, maximum=100),
            scalar("number", minimum=0.0, maximum=1.0),
            scalar("number", minimum=0, maximum=100),
            id="integer beside number",
        ),
        pytest.param(
            text(pattern="^a$"),
            scalar("integer", maximum=5),
            scalar("int-or-string", maxLength=9),
            id="text beside integer",
        ),
        pytest.param(
            scalar("int-or-string", maxLength=9, pattern="^1$", maximum=5),
            text(12),
            scalar("int-or-string", maxLength=12),
            id="text beside either",
        ),
        pytest.param(
            scalar("int-or-string", maxLength=9, maximum=5),
            scalar("int-or-string", maxLength=9, maximum=7),
            scalar("int-or-string", maxLength=9, maximum=7),
            id="either beside either",
        ),
        pytest.param(
            scalar("string", "a"), scalar("integer", 1), scalar("int-or-string", "a", 1), id="enums of two types"
        ),
        pytest.param(
            List(item=text(9), limits={"maxItems": 2}),
            List(item=text(12), limits={"maxItems": 5, "minItems": 1}),
            List(item=text(12), limits={"maxItems": 5}),
            id="lists",
        ),
        pytest.param(
            Map(key=KEY, value=text(9), limits={"maxProperties": 2}),
            Map(key=text(12), value=scalar("integer"), limits={"maxProperties": 2}),
            Map(key=text(12), value=scalar("int-or-string", maxLength=9), limits={"maxProperties": 2}),
            id="maps",
        ),
        pytest.param(AnyObject(), AnyObject(), AnyObject(), id="open objects"),
    ],
)
def test_what_takes_both(first: Schema, second: Schema, expected: Schema) -> None:
    assert both(first, second) == expected


def test_examples_are_no_difference() -> None:
    assert both(Scalar(type="string", examples=("a",)), Scalar(type="string", examples=("b",))) == FREE


def test_objects_have_the_fields_of_both() -> None:
    whole = merged_objects(
        {"cat": thing(RULE, a_=text(), b_=text(), c=text()), "dog": thing(RULE, a_=text(12), b=text(), d_=text())}
    )
    assert list(whole.properties) == ["a", "b", "c", "d"]
    assert [name for name, field in whole.properties.items() if field.required] == ["a"]
    assert whole.properties["a"].schema == text(12)
    assert whole.properties["b"].description == "cat: D b_. dog: D b."
    assert whole.rules == (RULE,)


def test_a_rule_of_one_is_no_rule_of_both() -> None:
    assert merged_objects({"cat": thing(RULE), "dog": thing()}).rules == ()


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        (text(), scalar("boolean"), "variant cat has a string here, variant dog a boolean; no schema accepts both"),
        (text(), scalar("number"), "variant cat has a string here, variant dog a number"),
        (scalar("int-or-string", maxLength=9), scalar("number"), "an integer or string here, variant dog a number"),
        (scalar("integer"), scalar("boolean"), "an integer here, variant dog a boolean"),
        (text(), thing(), "a string here, variant dog an object"),
        (List(item=text()), text(), "a list here, variant dog a string"),
        (List(item=text()), Map(key=KEY, value=text()), "a list here, variant dog a map"),
        (thing(), AnyObject(), "an object here, variant dog an open object"),
        (Union(tag="type", variants={"a": thing()}), thing(), "a tagged union here, variant dog an object"),
        (
            Union(tag="type", variants={"a": thing()}),
            Union(tag="type", variants={"b": thing()}),
            "a tagged union here, variant dog a tagged union",
        ),
    ],
)
def test_what_no_schema_takes_is_refused(first: Schema, second: Schema, message: str) -> None:
    with pytest.raises(ValueError, match=f"^age: .*{message}"):
        both(first, second)


def test_the_error_names_the_two_that_differ() -> None:
    owners = {"cat": text(), "dog": scalar("integer"), "eel": text(), "fox": scalar("number")}
    with pytest.raises(ValueError, match="age: variant cat has a string here, variant fox a number"):
        merged(owners, "age")


@pytest.mark.parametrize(
    ("first", "second", "path"),
    [
        (thing(deep=thing(x=text())), thing(deep=thing(x=scalar("boolean"))), "age.deep.x"),
        (
            List(item=text(), limits={"maxItems": 1}),
            List(item=scalar("boolean"), limits={"maxItems": 1}),
            r"age\[\]",
        ),
        (
            Map(key=KEY, value=text(), limits={"maxProperties": 1}),
            Map(key=KEY, value=scalar("boolean"), limits={"maxProperties": 1}),
            r"age\.\*",
        ),
    ],
)
def test_the_error_names_the_field(first: Schema, second: Schema, path: str) -> None:
    with pytest.raises(ValueError, match=f"^{path}: variant cat has a string here"):
        both(first, second)


@pytest.mark.parametrize(
    ("first", "second", "keyword"),
    [
        (text(), FREE, "maxLength"),
        (FREE, text(), "maxLength"),
        (FREE, scalar("integer"), "maxLength"),
        (scalar("int-or-string"), scalar("int-or-string", pattern="^1$"), "maxLength"),
        (List(item=text()), List(item=text(), limits={"maxItems": 1}), "maxItems"),
        (Map(key=KEY, value=text()), Map(key=KEY, value=text(12)), "maxProperties"),
    ],
)
def test_without_an_upper_bound_a_rule_would_cost_too_much(first: Schema, second: Schema, keyword: str) -> None:
    with pytest.raises(ValueError, match=f"age: variants differ here and not all set {keyword}; "):
        both(first, second)


def test_what_is_the_same_needs_no_upper_bound() -> None:
    assert both(FREE, FREE) == FREE


def test_descriptions_are_grouped_in_their_order() -> None:
    assert grouped({"a": "X.", "b": "Y.", "c": "X.", "d": ""}) == "a, c: X. b: Y."
    assert grouped({"a": "X.", "b": "X."}) == "X."
