"""Texts may be variables in a schema; keys, numbers, and choices may not."""

from function.apis.registry import APIS
from function.platform.config import PlatformConfig
from function.publish.schema.model import read
from function.publish.schema.tree import List, Map, Object, Property, Scalar, Schema, Union
from function.publish.schema.variables import spec_tree, with_variables

TEXT = Scalar(type="string", limits={"pattern": "^a$", "maxLength": 9})
LONG = Scalar(type="string", limits={"pattern": "^a$", "maxLength": 900})
CHOICE = Scalar(type="string", limits={"pattern": "^a$"}, enum=("a",))
WIDE = r"^a$|\$\{[A-Za-z_][A-Za-z0-9_]*(:-[^}]*)?\}"


def widened(schema: Schema) -> Schema:
    field = Property(schema=schema, description="", required=True)
    return with_variables(Object(description="", properties={"a": field})).properties["a"].schema


def test_a_text_may_be_a_variable_and_longer() -> None:
    assert widened(TEXT) == Scalar(type="string", limits={"pattern": WIDE, "maxLength": 256})
    assert widened(LONG) == Scalar(type="string", limits={"pattern": WIDE, "maxLength": 900})


def test_what_is_no_text_stays() -> None:
    for schema in (
        CHOICE,
        Scalar(type="integer", limits={"minimum": 1}),
        Scalar(type="string", limits={"maxLength": 9}),
    ):
        assert widened(schema) == schema


def test_texts_are_found_at_any_depth_and_keys_are_none() -> None:
    inner = Object(description="", properties={"b": Property(schema=TEXT, description="", required=False)})
    nested = widened(Map(key=TEXT, value=Union(tag="t", variants={"x": inner})))
    assert isinstance(nested, Map)
    assert nested.key == TEXT
    assert repr(nested.value).count(":-") == 1
    assert widened(List(item=TEXT)) == List(item=widened(TEXT))


def test_only_an_api_with_variables_accepts_them() -> None:
    service = APIS["EventDrivenService"]
    assert spec_tree(service, PlatformConfig()) == read(service.spec, PlatformConfig())
    binding = APIS["InfraBinding"]
    assert spec_tree(binding, PlatformConfig()) != read(binding.spec, PlatformConfig())
