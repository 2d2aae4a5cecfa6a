import pytest

from function.base.manifest import Json, Manifest
from function.origins.inputs import Input, inputs
from function.publish.schema.tree import AnyObject, List, Map, Object, Property, Scalar, Union

TEXT = Scalar(type="string", examples=("x",))
NUMBER = Scalar(type="integer")


def field(
    schema: Scalar | Object | List | Map | Union | AnyObject, *, default: Json = None, required: bool = False
) -> Property:
    return Property(schema=schema, description="", required=required, default=default)


def model(**properties: Property) -> Object:
    return Object(description="", properties=properties)


def found(value: Manifest, schema: Object) -> dict[tuple[str | int, ...], tuple[Json, bool]]:
    return {item.steps: (item.value, item.written) for item in inputs(value, schema, ("spec",))}


def test_written_values_and_defaults_are_inputs() -> None:
    schema = model(image=field(TEXT, required=True), port=field(NUMBER, default=80), other=field(NUMBER))
    assert found({"image": "a"}, schema) == {
        ("spec", "image"): ("a", True),
        ("spec", "port"): (80, False),
        ("spec", "other"): (None, False),
    }


def test_a_null_counts_as_not_written() -> None:
    assert found({"port": None}, model(port=field(NUMBER, default=80))) == {("spec", "port"): (80, False)}


def test_fields_of_an_object_that_is_not_written_are_inputs_unless_it_requires_some() -> None:
    optional = model(a=field(NUMBER, default=1))
    demanding = model(a=field(NUMBER, default=1), b=field(NUMBER, required=True))
    assert found({}, model(x=field(optional), y=field(demanding))) == {("spec", "x", "a"): (1, False)}


def test_a_default_with_parts_is_written_out_before_one_of_them_changes() -> None:
    sizes = {"small": {"cpu": "1"}}
    schema = model(sizes=field(Map(key=TEXT, value=model(cpu=field(TEXT))), default=sizes))
    assert list(inputs({}, schema, ("spec",))) == [
        Input(("spec", "sizes", "small", "cpu"), "1", written=False, schema=TEXT, around=(("spec", "sizes"), sizes))
    ]


def test_items_of_lists_maps_and_variants_are_inputs() -> None:
    variants = Union(tag="type", variants={"a": model(type=field(TEXT), n=field(NUMBER, default=5))})
    schema = model(list=field(List(item=TEXT)), map=field(Map(key=TEXT, value=NUMBER)), union=field(variants))
    assert found({"list": ["p"], "map": {"k": 1}, "union": {"type": "a"}}, schema) == {
        ("spec", "list", 0): ("p", True),
        ("spec", "map", "k"): (1, True),
        ("spec", "union", "type"): ("a", True),
        ("spec", "union", "n"): (5, False),
    }


@pytest.mark.parametrize("value", [{"free": {"a": [1]}}, {"free": {"a": [1], "b": None}}])
def test_free_content_is_what_is_written(value: Manifest) -> None:
    assert found(value, model(free=field(AnyObject()))) == {("spec", "free", "a", 0): (1, True)}


@pytest.mark.parametrize("value", [{"union": {"type": "b"}}, {"union": {"type": 5}}])
def test_an_unknown_variant_has_no_fields(value: Manifest) -> None:
    schema = model(union=field(Union(tag="type", variants={"a": model(n=field(NUMBER, default=5))})))
    assert list(found(value, schema)) == [("spec", "union", "type")]
