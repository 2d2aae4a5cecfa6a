"""Variables and references of a container."""

import pytest

from function.base.manifest import Json, Manifest
from function.importing.environment import escaped, literal, literals, overridden, own_literals, references
from tests.importing.objects import container


def key(name: str, source: str, kind: str = "secret", **fields: Json) -> Manifest:
    return {"name": name, "valueFrom": {f"{kind}KeyRef": {"name": source, "key": "k", **fields}}}


def test_literals_are_what_the_platform_does_not_set() -> None:
    env: list[Json] = [
        {"name": "A", "value": "1"},
        {"name": "EMPTY"},
        {"name": "NATS_URL", "value": "nats://n"},
        {"name": "PORT", "value": "8080"},
        key("B", "s"),
        "x",
    ]
    found = container(env=env)
    assert literals(found, 8080) == [{"name": "A", "value": "1"}, {"name": "EMPTY", "value": ""}]
    assert literals(found, None)[-1] == {"name": "PORT", "value": "8080"}
    assert literal(found, "NATS_URL") == "nats://n"
    assert literal(found, "B") is None
    assert literal(found, "MISSING") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ""),
        ("a $b ${c}", "a $b ${c}"),
        ("$(A)", "$$(A)"),
        ("$$(A)", "$$$$(A)"),
        ("$$", "$$$"),
        ("$", "$"),
        ("a$(b)$(c)", "a$$(b)$$(c)"),
    ],
)
def test_kubernetes_finds_no_references_in_texts_of_other_tools(text: str, found: str) -> None:
    assert escaped(text) == found
    assert expanded(found) == text


def expanded(text: str) -> str:
    """Return a text as Kubernetes reads it where it has no references: $$ stands for $."""
    return text.replace("$$", "$")


def test_of_variables_with_one_name_the_last_counts() -> None:
    env: list[Json] = [{"name": "A", "value": "1"}, key("B", "s"), {"name": "A", "value": "2"}, {"name": "B"}, {}, {}]
    found = container(env=env)
    assert overridden(found) == {0, 1}
    assert literals(found, None) == [
        {"name": "A", "value": "2"},
        {"name": "B", "value": ""},
        {"name": None, "value": ""},
        {"name": None, "value": ""},
    ]
    assert literal(found, "A") == "2"
    assert references(found, "secret") == []


def test_an_init_container_has_only_its_own() -> None:
    shared, own = {"name": "A", "value": "1"}, {"name": "A", "value": "2"}
    assert own_literals({"env": [shared]}, {"env": [shared]}, None) == []
    assert own_literals({"env": [own]}, {"env": [shared]}, None) == [own]


def test_keys_that_follow_each_other_are_one_reference() -> None:
    env: list[Json] = [key("A", "one"), key("B", "one", optional=True), key("C", "two"), key("D", "one")]
    assert references(container(env=env), "secret") == [
        {
            "name": "one",
            "env": [{"secretKey": "k", "envName": "A"}, {"secretKey": "k", "envName": "B", "optional": True}],
        },
        {"name": "two", "env": [{"secretKey": "k", "envName": "C"}]},
        {"name": "one", "env": [{"secretKey": "k", "envName": "D"}]},
    ]
    assert references(container(env=env), "configMap") == []


def test_whole_objects_come_last() -> None:
    env_from: list[Json] = [
        {"configMapRef": {"name": "c", "optional": True}, "prefix": "P_"},
        {"secretRef": {"name": "s"}},
    ]
    found = container(env=[key("A", "b", "configMap")], envFrom=env_from)
    assert references(found, "configMap") == [
        {"name": "b", "env": [{"configMapKey": "k", "envName": "A"}]},
        {"name": "c", "envFrom": True, "prefix": "P_", "optional": True},
    ]
    assert references(found, "secret") == [{"name": "s", "envFrom": True}]


def test_any_shape_is_taken() -> None:
    odd: Manifest = {"env": [1, None, {"valueFrom": 1}, {"valueFrom": {"secretKeyRef": "x"}}], "envFrom": "x"}
    assert references(odd, "secret") == []
    assert literals({"env": "x"}, None) == []
