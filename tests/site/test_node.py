"""Anchors: every field has one of its own."""

import pytest

from function.apis.registry import APIS
from function.platform.config import PlatformConfig
from function.publish.explain.field import found, steps_of
from function.publish.explain.root import roots
from function.publish.explain.topic import _paths
from function.publish.schema.tree import List, Map, Object, Property, Scalar, Schema, Union
from function.site.node import every, nodes

ROOTS = {root.kind: root for root in roots(APIS.values(), PlatformConfig())}
TEXT = Scalar(type="string")


def tree(**fields: Schema) -> Object:
    found = {
        name: Property(schema=schema, description=f"The {name}.", required=True) for name, schema in fields.items()
    }
    return Object(description="", properties=found)


def anchors(schema: Object) -> list[str]:
    return [node.anchor for node in every(nodes(schema))]


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (tree(), []),
        (tree(a=TEXT, b=TEXT), ["a", "b"]),
        (tree(a=tree(b=TEXT)), ["a", "a.b"]),
        (tree(a=List(item=TEXT)), ["a"]),
        (tree(a=List(item=tree(b=TEXT))), ["a", "a.b"]),
        (tree(a=Map(key=TEXT, value=tree(b=TEXT))), ["a", "a.b"]),
        (tree(a=Map(key=TEXT, value=List(item=tree(b=TEXT)))), ["a", "a.b"]),
    ],
)
def test_lists_and_maps_add_nothing_to_an_anchor(schema: Object, expected: list[str]) -> None:
    assert anchors(schema) == expected


def test_each_type_of_a_union_has_its_own_fields() -> None:
    union = Union(tag="type", variants={"x": tree(type=TEXT, b=TEXT), "y": tree(type=TEXT)})
    (top,) = nodes(tree(a=List(item=union)))
    assert [(node.anchor, node.name, node.is_variant) for node in top.below] == [
        ("a.x", "type: x", True),
        ("a.y", "type: y", True),
    ]
    assert [node.anchor for node in top.below[0].below] == ["a.x.type", "a.x.b"]
    assert not top.is_variant


def test_a_type_is_neither_required_nor_has_it_the_description_of_the_field() -> None:
    union = Union(tag="type", variants={"x": Object(description="An x.", properties={})})
    (node,) = nodes(tree(a=union))[0].below
    assert (node.field.required, node.field.default, node.field.description) == (False, None, "An x.")


@pytest.mark.parametrize("kind", ROOTS)
def test_anchors_are_unique_and_have_no_blanks(kind: str) -> None:
    found = anchors(ROOTS[kind].tree)
    assert len(found) == len(set(found)) > 100
    assert [anchor for anchor in found if anchor.split() != [anchor]] == []


@pytest.mark.parametrize("kind", ROOTS)
def test_explain_knows_each_anchor(kind: str) -> None:
    tree = ROOTS[kind].tree
    unknown = [anchor for anchor in anchors(tree) if found(tree, steps_of(anchor))[1] != len(steps_of(anchor))]
    assert unknown == []


@pytest.mark.parametrize("kind", ROOTS)
def test_every_path_has_an_anchor(kind: str) -> None:
    """The paths of `explain` come from another walk through the same tree."""
    found = {node.field.path for node in every(nodes(ROOTS[kind].tree)) if not node.is_variant}
    assert found == set(_paths(ROOTS[kind].tree, ""))
