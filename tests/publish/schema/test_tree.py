"""Whoever writes a tree out knows every kind of node in it."""

import itertools
from collections.abc import Callable
from typing import Any, get_args

import pytest

from function.publish.pages.types import allowed, type_of
from function.publish.schema.json_schema import json_schema
from function.publish.schema.structural import declared, structural
from function.publish.schema.tree import AnyObject, List, Map, Object, Property, Scalar, Schema, Union

TEXT = Scalar(type="string")
SAMPLES: dict[type, Schema] = {
    Scalar: TEXT,
    List: List(item=TEXT),
    Map: Map(key=TEXT, value=TEXT),
    Object: Object(description="", properties={"a": Property(schema=TEXT, description="", required=False)}),
    Union: Union(
        tag="type",
        variants={
            "a": Object(
                description="",
                properties={"type": Property(schema=Scalar(type="string", enum=("a",)), description="", required=True)},
            )
        },
    ),
    AnyObject: AnyObject(),
}
TYPES = {
    Scalar: "string",
    List: "array",
    Map: "object",
    Object: "object",
    Union: "object",
    AnyObject: "object",
}


def test_a_tagged_union_has_no_place_in_a_status() -> None:
    with pytest.raises(TypeError, match="a status cannot contain a tagged union"):
        declared(SAMPLES[Union])


@pytest.mark.parametrize(
    ("write", "kind"),
    [
        *itertools.product((structural, json_schema), get_args(Schema)),
        *((declared, kind) for kind in get_args(Schema) if kind is not Union),
    ],
)
def test_each_kind_of_node_is_written_with_its_own_type(write: Callable[[Schema], dict[str, Any]], kind: type) -> None:
    assert write(SAMPLES[kind])["type"] == TYPES[kind]


@pytest.mark.parametrize("kind", get_args(Schema))
def test_each_kind_of_node_has_words_in_the_reference(kind: type) -> None:
    assert type_of(SAMPLES[kind])
    assert allowed(SAMPLES[kind]) == []


@pytest.mark.parametrize("kind", get_args(Scalar.__annotations__["type"]))
def test_each_type_of_value_has_words_and_a_structural_type(kind: Any) -> None:
    scalar = Scalar(type=kind)
    assert type_of(scalar)
    assert len(structural(scalar)) == len(json_schema(scalar)) == 1
