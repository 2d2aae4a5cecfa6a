import pytest

from function.base.manifest import Json, at, count_at, items_at, mapping_at, present, text_at, without_nulls

DEPLOYMENT: Json = {
    "spec": {"replicas": 3.0, "paused": False},
    "status": {"conditions": [{"type": "Available"}], "phase": "Running", "replicas": True, "note": None},
}


@pytest.mark.parametrize("empty", [None, {}, [], ()])
def test_what_is_empty_is_dropped(empty: Json) -> None:
    assert present({"kept": 1, "dropped": empty}) == {"kept": 1}


@pytest.mark.parametrize("value", [0, False, "", 0.0, [None], {"a": {}}])
def test_what_says_something_is_kept(value: Json) -> None:
    assert present({"kept": value}) == {"kept": value}


def test_nulls_are_dropped_from_mappings_at_every_depth_and_kept_in_lists() -> None:
    assert without_nulls({"a": None, "b": [{"c": None, "d": 0}, None], "e": {"f": {"g": None}}}) == {
        "b": [{"d": 0}, None],
        "e": {"f": {}},
    }


@pytest.mark.parametrize("path", [("spec", "replicas", "x"), ("spec", "x"), ("x", "y"), ("status", "phase", "x")])
def test_a_missing_step_gives_nothing(path: tuple[str, ...]) -> None:
    assert at(DEPLOYMENT, *path) is None
    assert text_at(DEPLOYMENT, *path) == ""
    assert mapping_at(DEPLOYMENT, *path) == {}
    assert items_at(DEPLOYMENT, *path) == ()
    assert count_at(DEPLOYMENT, *path) == 0


@pytest.mark.parametrize("value", [None, [], "text", 1, 1.5, True])
def test_below_anything_but_an_object_is_nothing(value: Json) -> None:
    assert at(value, "a") is None
    assert mapping_at(value) == {}


def test_a_value_of_another_type_gives_nothing() -> None:
    assert text_at(DEPLOYMENT, "spec") == ""
    assert items_at(DEPLOYMENT, "status", "phase") == ()
    assert mapping_at(DEPLOYMENT, "status", "conditions") == {}
    assert count_at(DEPLOYMENT, "status", "phase") == 0
    assert count_at(DEPLOYMENT, "status", "replicas") == 0


def test_a_count_may_be_a_float() -> None:
    assert count_at(DEPLOYMENT, "spec", "replicas") == 3


def test_the_path_of_nothing_is_the_value_itself() -> None:
    assert at(DEPLOYMENT) is DEPLOYMENT
