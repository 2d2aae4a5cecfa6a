"""The tree as lines: on one screen, whatever its size, and nothing that a terminal would interpret."""

import pytest

from function.cli.traces.drawing import drawn
from function.trace.node import Health, Node, State


def node(name: str, *children: Node, health: Health = "ready", state: str = "exists", namespace: str = "shop") -> Node:
    return Node(kind="Pod", namespace=namespace, name=name, state=State(health, state), children=children)


def shape(tree: Node) -> list[str]:
    return [f"{line.branches}{line.name}".rstrip() for line in drawn(tree)]


def test_branches_lead_to_each_object() -> None:
    assert shape(node("a", node("b", node("c"), namespace=""), node("d", node("e")))) == [
        "Pod shop/a",
        "├─ Pod b",
        "│  └─ Pod shop/c",
        "└─ Pod shop/d",
        "   └─ Pod shop/e",
    ]


def test_states_are_below_each_other() -> None:
    lines = drawn(node("a", node("much-longer"), node("b" * 300)))
    assert {len(f"{line.branches}{line.name}") for line in lines[:2]} == {80}


def test_of_many_objects_those_that_are_not_ready_are_shown() -> None:
    children = [node(f"p{number:02}") for number in range(30)]
    children[20] = node("bad", health="failed")
    children[25] = node("parent", node("below", health="waiting"))
    found = shape(node("a", *children))
    assert len(found) == 12
    assert {"├─ Pod shop/bad", "│  └─ Pod shop/below", "└─ 21 more, all ready"} <= set(found)


def test_how_many_of_those_left_out_are_not_ready_is_told() -> None:
    assert shape(node("a", *(node(f"{n}", health="failed") for n in range(12))))[-1] == "└─ 3 more, 3 not ready"


def test_up_to_ten_objects_are_all_shown() -> None:
    assert len(drawn(node("a", *(node(f"{n}") for n in range(10))))) == 11


def test_a_long_state_is_cut() -> None:
    (line,) = drawn(node("a", state="x" * 500))
    assert (len(line.state), line.state[-1]) == (110, "…")


@pytest.mark.parametrize("text", ["\x1b[31m", "a\nb", "\u202e", "##[error]x"])
def test_no_text_of_the_cluster_reaches_the_terminal_as_it_is(text: str) -> None:
    for line in drawn(node(text, state=text, namespace=text)):
        assert text not in line.name + line.state
