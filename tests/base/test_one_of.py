"""Alternatives mean the same in CEL, in JSON Schema, and in the models' own check."""

from itertools import product
from typing import Any

import jsonschema_rs
import pytest

from function.base.cel import property_name
from function.base.model import Spec
from function.base.one_of import Given, OneOf, at_least_one, exactly_one
from function.base.rule import Rule
from tests.every_rule import RULES
from tests.publish.judges import compiled

EXACTLY = exactly_one("a", "b-c", "d")
SOME = at_least_one(Given("env", "filled"), Given("on", "true"), (Given("a"), Given("b")))
ABOUT_FIELDS = [
    pytest.param(model, rule, id=f"{model.__module__}.{model.__name__}: {rule.message}")
    for model, rule in RULES
    if rule.one_of
]
VALUES: dict[str | None, tuple[Any, ...]] = {None: ({},), "filled": ([], [1]), "true": (False, True)}


def documents(found: OneOf) -> list[dict[str, Any]]:
    """Return an object for each way to give or leave out the fields."""
    fields = {given.field: ("absent", *VALUES[given.only]) for fields in found.alternatives for given in fields}
    return [
        {field: value for field, value in zip(fields, values, strict=True) if value != "absent"}
        for values in product(*fields.values())
    ]


def by_schema(found: OneOf, document: dict[str, Any]) -> bool:
    return jsonschema_rs.is_valid(found.schema("wrong"), document)


def by_cel(found: OneOf, document: dict[str, Any]) -> bool:
    spelled = {property_name(name): value for name, value in document.items()}
    return bool(compiled(found.cel).eval(data={"self": spelled}).value())


@pytest.mark.parametrize("found", [EXACTLY, SOME, *(param.values[1].one_of for param in ABOUT_FIELDS)])  # type: ignore[union-attr]  # the second value is a rule
def test_an_api_server_and_an_editor_agree(found: OneOf) -> None:
    judged = {by_cel(found, document) for document in documents(found)}
    assert judged == {True, False}
    for document in documents(found):
        assert by_schema(found, document) == by_cel(found, document), document


@pytest.mark.parametrize(
    ("document", "right"),
    [
        ({}, False),
        ({"a": 1}, True),
        ({"b-c": 1}, True),
        ({"a": 1, "b-c": 1}, False),
        ({"a": 1, "b-c": 1, "d": 1}, False),
        ({"e": 1}, False),
    ],
)
def test_exactly_one(document: dict[str, Any], right: bool) -> None:
    assert by_schema(EXACTLY, document) is right


@pytest.mark.parametrize(
    ("document", "right"),
    [
        ({}, False),
        ({"env": []}, False),
        ({"on": False}, False),
        ({"a": 1}, False),
        ({"env": [1]}, True),
        ({"env": [], "on": True}, True),
        ({"a": 1, "b": 1, "on": True}, True),
    ],
)
def test_at_least_one(document: dict[str, Any], right: bool) -> None:
    assert by_schema(SOME, document) is right


def test_an_editor_has_a_message_for_a_field_too_many() -> None:
    schema = exactly_one("a", "b").schema("requires exactly one of a, b")
    branch = {"required": ["a"], "properties": {"b": False}, "errorMessage": "requires exactly one of a, b"}
    assert schema["oneOf"] == [branch, {**branch, "required": ["b"], "properties": {"a": False}}]
    assert at_least_one(Given("a"), Given("b", "true")).schema("x") == {
        "anyOf": [
            {"required": ["a"]},
            {"required": ["b"], "properties": {"b": {"const": True, "errorMessage": "x"}}},
        ]
    }


@pytest.mark.parametrize(("model", "rule"), ABOUT_FIELDS)
def test_a_rule_with_alternatives_names_fields_of_its_model(model: type[Spec], rule: Rule) -> None:
    assert rule.one_of is not None
    assert rule.cel == rule.one_of.cel
    known = {info.alias or name for name, info in model.model_fields.items()}
    assert {given.field for fields in rule.one_of.alternatives for given in fields} <= known


def test_no_rule_about_exactly_one_field_is_forgotten() -> None:
    found = [rule for _, rule in RULES if "exactly one of" in rule.message]
    assert len(found) >= 6
    assert [rule.message for rule in found if rule.one_of is None or not rule.one_of.exactly] == []
