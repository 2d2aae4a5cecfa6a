import pytest

from function.base.manifest import Manifest
from function.base.rule import Rule
from function.publish.schema.structural import declared, structural
from function.publish.schema.tree import AnyObject, List, Map, Object, Property, Scalar, Schema, Union

TEXT = Scalar(type="string", limits={"maxLength": 9, "pattern": "^a$"}, enum=("a",), examples=("a",))


def prop(schema: Schema, *, required: bool = False, description: str = "D.") -> Property:
    return Property(schema=schema, description=description, required=required, default="never shown")


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (TEXT, {"type": "string", "enum": ["a"], "maxLength": 9, "pattern": "^a$"}),
        (Scalar(type="boolean"), {"type": "boolean"}),
        (Scalar(type="integer", limits={"minimum": 0}), {"type": "integer", "minimum": 0}),
        (
            Scalar(type="number", limits={"exclusiveMaximum": 2, "exclusiveMinimum": 0}),
            {"type": "number", "maximum": 2, "exclusiveMaximum": True, "minimum": 0, "exclusiveMinimum": True},
        ),
        (
            Scalar(type="int-or-string", limits={"pattern": "^1$"}),
            {"x-kubernetes-int-or-string": True, "pattern": "^1$"},
        ),
        (
            List(item=Scalar(type="string"), limits={"maxItems": 2}),
            {"type": "array", "items": {"type": "string"}, "maxItems": 2},
        ),
        (
            Map(key=Scalar(type="string"), value=Scalar(type="string"), limits={"maxProperties": 2}),
            {"type": "object", "additionalProperties": {"type": "string"}, "maxProperties": 2},
        ),
        (AnyObject(), {"type": "object", "x-kubernetes-preserve-unknown-fields": True}),
    ],
)
def test_values(schema: Schema, expected: Manifest) -> None:
    assert structural(schema) == expected


def test_an_object_has_no_defaults() -> None:
    schema = Object(
        description="Class.",
        properties={"a": prop(Scalar(type="integer"), required=True), "b": prop(TEXT, description="")},
        rules=(Rule(cel="has(self.a)", message="m", field="a", holds=bool),),
    )
    assert structural(schema) == {
        "description": "Class.",
        "type": "object",
        "required": ["a"],
        "properties": {
            "a": {"description": "D.", "type": "integer"},
            "b": {"type": "string", "enum": ["a"], "maxLength": 9, "pattern": "^a$"},
        },
        "x-kubernetes-validations": [{"rule": "has(self.a)", "message": "m", "fieldPath": ".a"}],
    }


def test_a_fields_description_wins_over_its_objects() -> None:
    inner = Object(description="Class.", properties={})
    outer = Object(description="", properties={"a": prop(inner), "b": prop(inner, description="")})
    assert structural(outer)["properties"] == {
        "a": {"description": "D.", "type": "object"},
        "b": {"description": "Class.", "type": "object"},
    }


def test_a_status_has_types_and_descriptions_only() -> None:
    schema = Object(
        description="Class.",
        properties={
            "text": prop(TEXT, required=True),
            "list": prop(List(item=TEXT, limits={"maxItems": 1})),
            "map": prop(Map(key=TEXT, value=TEXT, limits={"maxProperties": 1})),
            "any": prop(AnyObject()),
        },
        rules=(Rule(cel="has(self.a)", message="m", holds=bool),),
    )
    assert declared(schema) == {
        "description": "Class.",
        "type": "object",
        "properties": {
            "text": {"description": "D.", "type": "string"},
            "list": {"description": "D.", "type": "array", "items": {"type": "string"}},
            "map": {"description": "D.", "type": "object", "additionalProperties": {"type": "string"}},
            "any": {"description": "D.", "type": "object", "x-kubernetes-preserve-unknown-fields": True},
        },
    }


def test_a_status_holds_no_union() -> None:
    with pytest.raises(TypeError, match="cannot contain a tagged union"):
        declared(List(item=Union(tag="type", variants={})))
