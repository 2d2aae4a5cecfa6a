"""What one object has and another has not."""

import pytest

from function.base.manifest import Json
from function.importing.lost import Lost, lost


@pytest.mark.parametrize(
    ("given", "claimed"),
    [
        ({"a": 1}, {"a": 1, "b": 2}),
        ({"a": {}, "b": [], "c": None}, {}),
        ({"limits": {"cpu": "0.5"}}, {"limits": {"cpu": "500m"}}),
        ({"limits": {"cpu": 1}}, {"limits": {"cpu": "1000m"}}),
        ({"emptyDir": {"sizeLimit": "1024Mi"}}, {"emptyDir": {"sizeLimit": "1Gi"}}),
        ([{"name": "a"}, {"name": "b"}], [{"name": "b"}, {"name": "a"}]),
        ([{"secretRef": {"name": "a"}}], [{"configMapRef": {"name": "a"}}, {"secretRef": {"name": "a"}}]),
        ([{"type": "cpu"}, {"type": "cron"}], [{"type": "cron"}, {"type": "cpu"}]),
        (["a", "b"], ["b", "a"]),
        (["a", "a"], ["a", "a"]),
    ],
)
def test_nothing_is_lost(given: Json, claimed: Json) -> None:
    assert list(lost(given, claimed)) == []


@pytest.mark.parametrize(
    ("given", "claimed", "found"),
    [
        ({"a": 1}, {}, [Lost(("a",), 1, None)]),
        ({"a": 1}, {"a": True}, [Lost(("a",), given=1, claimed=True)]),
        ({"a": {"b": 1}}, {"a": 1}, [Lost(("a",), {"b": 1}, 1)]),
        ({"a": [1]}, {"a": {"b": 1}}, [Lost(("a",), [1], {"b": 1})]),
        ({"cpu": "0.5"}, {"cpu": "500m"}, [Lost(("cpu",), "0.5", "500m")]),
        ({"limits": {"cpu": "x"}}, {"limits": {"cpu": "1"}}, [Lost(("limits", "cpu"), "x", "1")]),
        ({"limits": {"cpu": "1e99999999Ki"}}, {"limits": {"cpu": "1"}}, [Lost(("limits", "cpu"), "1e99999999Ki", "1")]),
        ([{"name": "a", "x": 1}], [{"name": "b"}, {"name": "a"}], [Lost((0, "x"), 1, None)]),
        (["a", "a"], ["a"], [Lost((1,), "a", None)]),
        (
            [{"mountPath": "/a", "name": "v"}],
            [{"mountPath": "/b", "name": "v"}],
            [Lost((0,), {"mountPath": "/a", "name": "v"}, None)],
        ),
        ([1, 2], [1], [Lost((1,), 2, None)]),
        ({"a": [{"b": 1}, {"c": 2}]}, {}, [Lost(("a", 0), {"b": 1}, None), Lost(("a", 1), {"c": 2}, None)]),
        ({"a": [1, 2]}, {}, [Lost(("a",), [1, 2], None)]),
    ],
)
def test_what_is_lost_has_its_place(given: Json, claimed: Json, found: list[Lost]) -> None:
    assert list(lost(given, claimed)) == found


def test_items_of_the_same_name_are_compared_in_order() -> None:
    given: Json = [{"name": "a", "x": 1}, {"name": "a", "x": 2}]
    assert list(lost(given, given)) == []
    assert list(lost(given, [{"name": "a", "x": 1}])) == [Lost((1,), {"name": "a", "x": 2}, None)]
