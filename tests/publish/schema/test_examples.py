import pytest

from function.apis.api import Api
from function.apis.registry import APIS
from function.base.manifest import Json
from function.base.model import Spec
from function.base.validation import parse
from function.platform.config import PlatformConfig
from function.publish.schema.examples import minimal
from function.publish.schema.model import read
from function.publish.schema.tree import AnyObject, List, Map, Object, Property, Scalar, Schema, Union

NAME = Scalar(type="string", examples=("orders",))


def required(schema: Schema) -> Property:
    return Property(schema=schema, description="", required=True)


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (NAME, "orders"),
        (Scalar(type="string", enum=("b", "a")), "b"),
        (Scalar(type="integer", limits={"minimum": 3}), 3),
        (Scalar(type="integer"), 1),
        (Scalar(type="boolean"), True),
        (List(item=NAME), []),
        (List(item=NAME, limits={"minItems": 1}), ["orders"]),
        (Map(key=NAME, value=NAME), {}),
        (Map(key=NAME, value=NAME, limits={"minProperties": 1}), {"orders": "orders"}),
        (AnyObject(), {}),
        (
            Union(tag="type", variants={"x": Object(description="", properties={"a": required(NAME)})}),
            {"a": "orders"},
        ),
    ],
)
def test_smallest_values(schema: Schema, expected: Json) -> None:
    assert minimal(schema, "spec") == expected


def test_what_is_not_required_is_left_out() -> None:
    optional = Property(schema=Scalar(type="string"), description="", required=False)
    assert minimal(Object(description="", properties={"a": optional, "b": required(NAME)}), "spec") == {"b": "orders"}


def test_a_required_text_without_example_is_named() -> None:
    schema = Object(description="", properties={"a": required(Scalar(type="string"))})
    with pytest.raises(ValueError, match=r"spec[.]a: .* has no example"):
        minimal(schema, "spec")


@pytest.mark.parametrize("api", APIS.values(), ids=lambda api: api.kind)
def test_the_smallest_spec_of_an_api_is_valid(api: Api[Spec]) -> None:
    _, problems = parse(api.spec, minimal(read(api.spec, PlatformConfig()), "spec"), "spec")
    assert problems == []
