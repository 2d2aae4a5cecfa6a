from dataclasses import replace

import pytest

from function.trace.node import Node, State


def node(name: str, *children: Node) -> Node:
    return Node(kind="Pod", namespace="", name=name, state=State("ready", ""), children=children)


def test_all_yields_the_object_and_everything_below_in_order() -> None:
    found = node("a", node("b", node("c")), node("d")).all
    assert [entry.name for entry in found] == ["a", "b", "c", "d"]


@pytest.mark.parametrize(("namespace", "title"), [("shop", "Pod shop/a"), ("", "Pod a")])
def test_the_title_has_the_namespace_if_there_is_one(namespace: str, title: str) -> None:
    assert replace(node("a"), namespace=namespace).title == title
