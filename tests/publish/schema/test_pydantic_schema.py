"""What the tree is read from: references gone, notes added, and nothing said twice."""

from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from pydantic import Field

from function.base.model import Spec
from function.base.rule import Rule
from function.platform.config import PlatformConfig
from function.publish.schema.pydantic_schema import DOCSTRING, RULES, pydantic_schema

CONFIG = PlatformConfig()


class Part(Spec):
    """A part."""

    rules = (Rule(cel="has(self.z)", message="needs z", holds=bool),)

    z: int | None = None
    a: str = "x"


class Whole(Spec):
    """A whole."""

    described: Part = Part()
    """What the field says of it."""
    undescribed: Part = Part()
    parts: Annotated[list[Part], Field(max_length=2)] = []
    by_name: dict[str, Part] = {"b": Part(z=1), "a": Part()}
    size: Annotated[str, Field(json_schema_extra={"x-enum-from": "sizes"})] | None = None


class Bare(Spec):
    text: str


SCHEMA = pydantic_schema(Whole, CONFIG)
FIELDS = SCHEMA["properties"]


class Link(Spec):
    next: "Link | None" = None


class Left(Spec):
    right: "list[Right]" = []


class Right(Spec):
    left: dict[str, Left] = {}


class Same(Spec):
    left: Part = Part()
    right: Part = Part()


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for below in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from nodes(below)


@pytest.mark.parametrize(("model", "name"), [(Link, "Link"), (Left, "Left"), (Right, "Right")])
def test_a_model_that_contains_itself_is_refused_by_name(model: type[Spec], name: str) -> None:
    with pytest.raises(ValueError, match=rf"^#/\$defs/{name}: a model that contains itself has no structural schema$"):
        pydantic_schema(model, CONFIG)


def test_a_model_used_twice_side_by_side_does_not_contain_itself() -> None:
    found = pydantic_schema(Same, CONFIG)["properties"]
    assert found["left"]["properties"] == found["right"]["properties"]


def test_no_reference_and_no_keyword_of_a_platforms_choice_is_left() -> None:
    keywords = {keyword for node in nodes(SCHEMA) for keyword in node}
    assert keywords & {"$ref", "$defs", "x-enum-from"} == set()


def test_what_stands_beside_a_reference_wins_over_what_it_refers_to() -> None:
    assert FIELDS["described"]["description"] == "What the field says of it."
    assert FIELDS["described"][DOCSTRING] == "A part."
    assert FIELDS["undescribed"]["description"] == "A part."


@pytest.mark.parametrize(
    "node", [FIELDS["described"], FIELDS["parts"]["items"], FIELDS["byName"]["additionalProperties"]]
)
def test_rules_are_noted_wherever_the_model_is_used(node: dict[str, Any]) -> None:
    assert node[RULES] == Part.rules


def test_a_model_without_rules_and_docstring_says_so() -> None:
    found = pydantic_schema(Bare, CONFIG)
    assert (found[RULES], found[DOCSTRING]) == ((), "")


def test_fields_keep_the_order_in_which_they_were_written() -> None:
    assert list(FIELDS) == ["described", "undescribed", "parts", "byName", "size"]
    assert list(FIELDS["described"]["properties"]) == ["z", "a"]
    assert list(FIELDS["byName"]["default"]) == ["b", "a"]
    assert list(FIELDS["byName"]["default"]["b"]) == ["z", "a"]


def test_sizes_are_those_of_the_platform_in_its_order() -> None:
    config = PlatformConfig.model_validate({"sizes": {"wide": {}, "narrow": {}}, "defaultSize": "wide"})
    enums = [node["enum"] for node in nodes(pydantic_schema(Whole, config)) if "enum" in node]
    assert enums == [["wide", "narrow"]]
    assert [node["enum"] for node in nodes(SCHEMA) if "enum" in node] == [["small", "medium", "large"]]
