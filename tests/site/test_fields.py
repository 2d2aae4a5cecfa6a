"""Fields: what there is to say about each is beside it."""

from collections.abc import Mapping
from typing import Any

from function.base.rule import Rule
from function.publish.schema.tree import Object, Property, Scalar, Schema
from function.site.element import document
from function.site.fields import field_list
from function.site.node import nodes
from tests.sites import Parsed


def shown(schema: Schema, **property_: Any) -> Parsed:
    given = {"schema": schema, "description": "The `size` of it.", "required": False, **property_}
    return Parsed(document(field_list(nodes(Object(description="", properties={"size": Property(**given)})))))


def classes(found: Parsed) -> list[str]:
    return found.values("class")


def test_a_field_with_everything() -> None:
    limits: Mapping[str, Any] = {"pattern": "^<a>$", "maxLength": 9}
    found = shown(
        Scalar(type="string", limits=limits, examples=("ab",), meaning="letters"), required=False, default="xy"
    )
    for part in ("size", "string", "The ", "Default", "xy", "letters; at most 9 characters", "Example", "ab", "^<a>$"):
        assert part in found.text
    assert found.values("id") == ["size"]
    assert found.wrong == []


def test_a_field_with_nothing() -> None:
    found = shown(Scalar(type="boolean"), description="")
    assert found.text.strip() == "sizeboolean"
    assert {"facts", "rules", "required", "about"} & set(classes(found)) == set()


def test_a_required_field_says_so() -> None:
    assert "required" in classes(shown(Scalar(type="string"), required=True))


def test_allowed_values_are_listed() -> None:
    assert "one of small, large" in shown(Scalar(type="string", enum=("small", "large"))).text


def test_an_object_opens_and_a_value_does_not() -> None:
    inner = {"cpu": Property(schema=Scalar(type="string"), description="Of it.", required=False)}
    found = shown(Object(description="", properties=inner))
    assert [tag for tag, _ in found.elements if tag in ("details", "summary")] == ["details", "summary"]
    assert found.values("id") == ["size", "size.cpu"]
    assert "details" not in [tag for tag, _ in shown(Scalar(type="string")).elements]


def test_a_summary_contains_no_link() -> None:
    inner = {"cpu": Property(schema=Scalar(type="string"), description="", required=False)}
    tags = [tag for tag, _ in shown(Object(description="", properties=inner)).elements]
    assert "a" not in tags[tags.index("summary") : tags.index("div")]


def test_rules_are_beside_the_object_and_the_fields_that_they_read() -> None:
    rule = Rule(cel="has(self.cpu)", message="cpu is needed", hint="set it", holds=lambda _: True)
    inner = {"cpu": Property(schema=Scalar(type="string"), description="", required=False)}
    text = shown(Object(description="", properties=inner, rules=(rule,))).text
    assert text.count("cpu is needed. Hint: set it") == 2
