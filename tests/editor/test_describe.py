"""Fields in Markdown."""

from function.editor.describe import described
from function.publish.explain.field import Field
from function.publish.schema.tree import Object, Property, Scalar

TEXT = Scalar(type="string", examples=("a",))


def test_a_field_is_described_in_full() -> None:
    field = Field(schema=TEXT, path="spec.x", description="About it.", default="b")
    assert described("x", [field]) == "**x** `string`\n\nAbout it.\n\nDefault: `b`\n\nExample: `a`"


def test_a_required_field_has_no_default() -> None:
    field = Field(schema=Scalar(type="string"), path="x", required=True, default="b")
    assert described("x", [field]) == "**x** `string`, required"


def test_variants_that_say_the_same_share_a_text() -> None:
    same = [Field(schema=TEXT, path="x", choice=f"type: {name}") for name in ("a", "b")]
    other = Field(schema=Scalar(type="integer"), path="x", choice="type: c")
    assert "With" not in described("x", same)
    assert described("x", [*same, other]).count("With") == 2


def test_what_would_end_the_quotation_stands_without() -> None:
    field = Field(schema=Scalar(type="string", examples=("a`b",)), path="x")
    assert described("x", [field]).endswith("Example: a`b")


def test_rules_are_a_list() -> None:
    tree = Object(description="", properties={"x": Property(schema=TEXT, description="", required=False)})
    assert "Rules" not in described("x", [Field(schema=tree, path="x")])
