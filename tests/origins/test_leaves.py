import pytest

from function.base.manifest import Json
from function.origins.leaves import Leaf, leaves


def test_each_single_value_is_a_leaf_with_its_path() -> None:
    found = leaves({"a": {"b": 1, "c": [True, "x"]}, "d": None})
    assert found == {
        ("a", "b"): Leaf("a.b", 1),
        ("a", "c", "[0]"): Leaf("a.c[0]", value=True),
        ("a", "c", "[1]"): Leaf("a.c[1]", "x"),
        ("d",): Leaf("d", None),
    }


@pytest.mark.parametrize("value", [{}, [], "", "text", 0, False, None])
def test_what_has_no_parts_is_one_leaf(value: Json) -> None:
    assert leaves({"a": value}) == {("a",): Leaf("a", value)}


def test_items_with_names_keep_their_steps_if_another_comes_first() -> None:
    before = leaves({"env": [{"name": "B", "value": "2"}]})
    after = leaves({"env": [{"name": "A", "value": "1"}, {"name": "B", "value": "2"}]})
    assert before.keys() <= after.keys()
    assert (before["env", "[B]", "value"].path, after["env", "[B]", "value"].path) == ("env[0].value", "env[1].value")


@pytest.mark.parametrize(
    "items", [[{"name": "A"}, {"name": "A"}], [{"name": "A"}, {"port": 1}], [{"name": 1}], ["name"]]
)
def test_items_without_names_of_their_own_have_positions(items: Json) -> None:
    assert all(steps[1].strip("[]").isdigit() for steps in leaves({"items": items}))
