from function.base.rule import Rule
from function.publish.pages.reference import fields, output, table
from function.publish.schema.tree import List, Map, Object, Property, Scalar, Schema, Union

NUMBER = Scalar(type="integer", limits={"minimum": 1, "maximum": 9})


def prop(schema: Schema, *, required: bool = False, default: str | int | None = None) -> Property:
    return Property(schema=schema, description="D.", required=required, default=default)


def test_an_object() -> None:
    schema = Object(
        description="A thing.",
        properties={"a": prop(NUMBER, required=True), "b": prop(NUMBER, default=3)},
        rules=(
            Rule(cel="", message="a before b", field="a", holds=bool),
            Rule(cel="", message="something", holds=bool),
            Rule(cel="other", message="something", holds=bool),
        ),
    )
    assert fields(schema, "spec").splitlines() == [
        "### `spec`",
        "",
        "A thing.",
        "",
        "| Field | Type | Default | Description |",
        "| --- | --- | --- | --- |",
        "| `a` | integer | **required** | D. *at least 1; at most 9* |",
        "| `b` | integer | `3` | D. *at least 1; at most 9* |",
        "",
        "Rules:",
        "",
        "- `a`: a before b",
        "- something",
    ]


def test_what_the_function_writes_has_no_defaults() -> None:
    schema = Object(description="", properties={"a": prop(Scalar(type="string"), required=True, default="x")})
    assert output(schema, "status").splitlines() == [
        "### `status`",
        "",
        "| Field | Type | Description |",
        "| --- | --- | --- |",
        "| `a` | string | D. |",
    ]


def test_every_object_below_has_a_section() -> None:
    leaf = Object(description="Leaf.", properties={})
    tag = Property(schema=Scalar(type="string", enum=("x",)), description="", required=True)
    variant = Object(description="X.", properties={"type": tag, "deep": prop(leaf)})
    schema = Object(
        description="",
        properties={
            "one": prop(leaf),
            "list": prop(List(item=leaf)),
            "map": prop(Map(key=Scalar(type="string"), value=leaf)),
            "union": prop(List(item=Union(tag="type", variants={"x": variant}))),
        },
    )
    headings = [line for line in fields(schema, "spec").splitlines() if line.startswith("###")]
    assert headings == [
        "### `spec`",
        "### `spec.one`",
        "### `spec.list[]`",
        "### `spec.map.*`",
        "### `spec.union[]` with `type: x`",
        "### `spec.union[].deep` with `type: x`",
    ]


def test_a_bar_in_a_cell_does_not_end_it() -> None:
    assert table(("A",), [("x|y",)]) == "| A |\n| --- |\n| x\\|y |"
