import pytest

from function.apis.event_driven_service.binding.fields import field, listed, scalar
from function.base.manifest import Json
from tests.bound import CUSTOMERS, KAFKA


@pytest.mark.parametrize(
    ("value", "path", "expected"),
    [
        (KAFKA, "brokers", "broker:9092"),
        (KAFKA, "properties.sasl.password", {"secretKeyRef": {"name": "kafka", "key": "password"}}),
        (KAFKA, "scaling.trigger.metadata.topic", "orders.v1"),
        (CUSTOMERS, "cache.ttl", "5m"),
        ({"a": {"b": 1}, "a.b": 2}, "a.b", 2),
        ({"a": {"x": 1}, "a.b": {"c": 2}}, "a.b.c", 2),
        (KAFKA, "nothing", None),
        (KAFKA, "brokers.below", None),
        (KAFKA, "properties.sasl", None),
        ({"a": None}, "a", None),
        ([], "a", None),
        ("text", "a", None),
    ],
)
def test_a_field_is_found_by_its_path(value: Json, path: str, expected: Json) -> None:
    assert field(value, path) == expected


def test_a_search_takes_linear_time() -> None:
    """Of each object, only one way leads to it, however the path is divided."""
    value: Json = {}
    for _ in range(120):
        value = {"a": value, "a.a": 1, "a.a.a": 2}
    assert field(value, ".".join(["a"] * 126 + ["b"])) is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("text", "text"),
        ("", ""),
        (5, "5"),
        (1.5, "1.5"),
        (True, "true"),
        (False, "false"),
        (["a:1", "b:2"], "a:1,b:2"),
        ([1, True], "1,true"),
        ([], None),
        ([[]], None),
        ([["a"]], None),
        ([{"secretKeyRef": {}}], None),
        ({}, None),
        (None, None),
        (float("inf"), None),
        (float("nan"), None),
    ],
)
def test_only_single_values_and_lists_of_them_are_texts(value: Json, text: str | None) -> None:
    assert scalar(value) == text


def test_fields_are_listed_down_to_the_values() -> None:
    assert listed(CUSTOMERS) == ["auth.password", "cache.enabled", "cache.ttl", "hosts", "type", "uri"]
    assert listed({}) == []


def test_the_list_is_bounded() -> None:
    deep: Json = "end"
    for _ in range(500):
        deep = {"a": deep}
    assert listed({"deep": deep, "flat": 1}) == ["flat"]
    assert listed({"a": 1, "b c": 1, "\x1b[2J": 1, "\ud800": 1, "password=hunter2": 1, "x" * 254: 1}) == ["a"]
    assert len(listed({f"field_{number}": number for number in range(1000)})) == 30
