"""Variables have the values that they have in a pod, as far as these are known."""

import pytest

from function.base.manifest import Json, Manifest
from function.compose.environment import Environment, File, environment
from function.compose.needs import Source
from function.compose.text import ExpansionError
from tests.compose.objects import container, env, key

POD: Manifest = {"metadata": {"name": "orders", "namespace": "shop", "labels": {"team": "a$b"}}, "spec": {}}
NATS = "nats://nats.nats.svc:4222"


def read(*entries: Json, nats_url: str | None = None, **fields: Json) -> Environment:
    return environment(container(env=[*entries], **fields), POD, {}, nats_url)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ({"name": "A", "value": "x$y"}, "x$$y"),
        ({"name": "A"}, ""),
        (key("A", "db", "user"), "${ENV_A:?set it in .env: key user of Secret db}"),
        (key("A", "db", "user", optional=True), "${ENV_A:-}"),
        (key("A", "cm", "b", kind="configMapKeyRef"), "${ENV_A:?set it in .env: key b of ConfigMap cm}"),
        ({"name": "A", "valueFrom": {"fieldRef": {"fieldPath": "metadata.namespace"}}}, "shop"),
        ({"name": "A", "valueFrom": {"fieldRef": {"fieldPath": "metadata.labels['team']"}}}, "a$$b"),
    ],
)
def test_a_value_is_written_or_asked_for(entry: Json, expected: str) -> None:
    found = read(entry)
    assert (found.values, found.told) == ({"A": expected}, [])


@pytest.mark.parametrize(
    "value_from",
    [
        {"fieldRef": {"fieldPath": "status.podIP"}},
        {"fieldRef": {"fieldPath": "metadata.labels['none']"}},
        {"resourceFieldRef": {"resource": "limits.cpu"}},
    ],
)
def test_what_only_a_cluster_knows_is_told(value_from: Json) -> None:
    found = read({"name": "A", "valueFrom": value_from})
    assert (found.values, found.told) == ({}, ["variable A of main: only Kubernetes knows its value"])


def test_a_variable_may_refer_to_those_above_it() -> None:
    found = read(key("USER", "db", "user"), *env(A="1", B="$(A)-$(USER)-$(C)", C="2"))
    assert found.values["B"] == "1-${ENV_USER:?set it in .env: key user of Secret db}-$$(C)"


def test_a_variable_of_another_container_keeps_its_meaning() -> None:
    other = Source("Secret", "other", "a", optional=False)
    found = environment(container(env=[key("A", "db", "user")]), POD, {"ENV_A": other}, None)
    assert found.variables == {"ENV_A": other, "ENV_A_2": Source("Secret", "db", "user", optional=False)}
    assert found.values["A"].startswith("${ENV_A_2:?")


def test_the_address_of_nats_is_replaced_only_if_it_does_not_work() -> None:
    assert read(*env(NATS_URL=NATS)).values == {"NATS_URL": NATS}
    assert read(*env(NATS_URL="tls://a:4222"), nats_url="nats://nats:4222").values == {"NATS_URL": "nats://nats:4222"}
    assert read(*env(A="b"), nats_url="nats://nats:4222").values == {"A": "b"}
    secret = read(key("NATS_URL", "nats", "url"), nats_url="nats://x:1")
    assert secret.values == {"NATS_URL": "${ENV_NATS_URL:-nats://nats:4222}"}


def test_all_keys_of_an_object_are_a_file() -> None:
    found = read(envFrom=[{"secretRef": {"name": "a"}}, {"configMapRef": {"name": "b", "optional": True}}])
    assert found.files == [File("a.env", required=True), File("b.env", required=False)]


def doubled(count: int) -> Json:
    """Return variables of which each is twice the one above it."""
    return env(V0="x" * 1024, **{f"V{number}": f"$(V{number - 1})$(V{number - 1})" for number in range(1, count)})


def test_variables_that_grow_are_refused_before_they_are_written() -> None:
    assert len(environment(container(env=doubled(10)), POD, {}, None).values["V9"]) == 512 * 1024
    with pytest.raises(ExpansionError, match=r"^variable V10 of main: the values of variables have more than 1048576 "):
        environment(container(env=doubled(200)), POD, {}, None)


@pytest.mark.parametrize(
    "entries",
    [
        env(A="x" * 2**20, B="$(A)$(A)"),
        env(A="x" * 2**19, B="$(A)", C="$(A)", D="$(A)"),
        env(A="x" * 1024, B="$(A)" * 2000),
        [key("A" * 2**19, "db", "user"), *env(B=f"$({'A' * 2**19})" * 3)],
    ],
)
def test_all_that_variables_stand_for_counts(entries: Json) -> None:
    with pytest.raises(ExpansionError):
        environment(container(env=entries), POD, {}, None)


def test_long_texts_without_variables_are_no_growth() -> None:
    found = environment(container(env=env(A="x" * 2**20, B="$(B)$$(A)" * 2**18)), POD, {}, None)
    assert len(found.values["A"]) == 2**20
