"""A setting has one spelling before files are merged, so that the nearer file wins whichever spelling it has."""

import json

import pytest

from function.base.manifest import Json
from function.infra_files.spelling import one_spelling
from function.yaml.node import value_of
from function.yaml.reader import read
from tests.infra_files.files import loaded


def respelled(value: Json) -> Json:
    (document,) = read(json.dumps(value).encode()).documents
    return value_of(one_spelling(document.root))


@pytest.mark.parametrize(
    ("entry", "result"),
    [
        ({"read": {"preference": "nearest"}}, {"read_preference": "nearest"}),
        ({"pool": {"size": 3, "min_idle": 1}}, {"pool": {"min_idle": 1}, "pool_size": 3}),
        ({"connection": {"pool_size": 3}}, {"pool_size": 3}),
        ({"connection": {"max_pool_size": 3}}, {"max_pool_size": 3}),
        ({"cluster": {"enabled": "${CLUSTER:-true}"}}, {"cluster_mode": "${CLUSTER:-true}"}),
        ({"lookup": {"key_pattern": "a"}}, {"key_pattern": "a"}),
        ({"username": "a"}, {"auth": {"username": "a"}}),
        ({"username": "a", "auth": {"type": "basic"}}, {"auth": {"type": "basic", "username": "a"}}),
        ({"read": {"preference": None}}, {"read_preference": None}),
        ({"read": None}, {"read": None, "read_preference": None}),
        ({"cluster_mode": False}, {"cluster_mode": False}),
    ],
)
def test_another_spelling_becomes_the_one_it_stands_for(entry: Json, result: Json) -> None:
    assert respelled({"lookups": {"a": entry}}) == {"lookups": {"a": result}}


@pytest.mark.parametrize(
    "document",
    [
        {},
        [],
        "text",
        {"lookups": None},
        {"lookups": [{"read": {"preference": "nearest"}}]},
        {"lookups": {"a": None, "b": [1], "c": "text", "d": {}}},
        {"lookups": {"a": {"read": {"preference": "nearest"}, "read_preference": "primary"}}},
        {"lookups": {"a": {"read_preference": None, "read": {"preference": "nearest"}}}},
        {"lookups": {"a": {"username": "a", "auth": "${AUTH}"}}},
        {"lookups": {"a": {"read": "nearest", "pool": ["size"]}}},
        {"streams": {"a": {"read": {"preference": "nearest"}, "connection": {"pool_size": 3}}}},
        {"monitoring": {"a": {"username": "a"}}},
    ],
)
def test_everything_else_stays_as_it_is(document: Json) -> None:
    assert respelled(document) == document


BASE = """
version: "1.0"
environment: base
lookups:
  customers: {type: mongodb, database: d, collection: c, read_preference: nearest, max_pool_size: 100}
  categories: {type: postgresql, pool: {size: 20, min_idle: 5}}
"""


@pytest.mark.parametrize(
    ("child", "paths"),
    [
        ("{customers: {read: {preference: primary}}}", {"customers.read_preference": "primary"}),
        ("{customers: {read: {preference: null}}}", {"customers.read_preference": None}),
        ("{customers: {read: null}}", {"customers.read_preference": None}),
        ("{customers: {connection: {max_pool_size: 5}}}", {"customers.max_pool_size": 5}),
        ("{categories: {pool_size: 40}}", {"categories.pool_size": 40, "categories.pool": {"min_idle": 5}}),
        ("{categories: {pool: null}}", {"categories.pool_size": None, "categories.pool": None}),
        ("{categories: {pool: {size: 30}}}", {"categories.pool_size": 30}),
    ],
)
def test_trap_a_file_overrides_what_its_parent_spells_differently(child: str, paths: dict[str, Json]) -> None:
    found = loaded({"base.infra": BASE, "child.infra": f"extends: base.infra\nlookups: {child}\n"}, "child.infra")
    assert found.node is not None
    merged = value_of(found.node)
    for path, expected in paths.items():
        value: Json = merged
        for step in ("lookups", *path.split(".")):
            value = value.get(step) if isinstance(value, dict) else None
        assert value == expected


def test_the_place_of_a_setting_is_where_it_is_written() -> None:
    found = loaded({"base.infra": BASE}, "base.infra")
    assert found.node is not None
    content = found.node.content
    for step in ("lookups", "categories"):
        assert isinstance(content, dict)
        content = content[step].node.content
    assert isinstance(content, dict)
    assert content["pool_size"].key.line == content["pool_size"].node.range.line == 6
