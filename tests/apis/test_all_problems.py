"""All mistakes of a first attempt are reported in one round: none hides behind another."""

import pytest

from function.base.manifest import Json, Manifest
from function.render import check
from tests.bindings import PLATFORM, binding, composite
from tests.documents import namespaced, platform, worker, xr
from tests.support import assert_refused

SETTINGS = platform(
    images={"allowedRegistries": ["ghcr.io"]}, scaling={"maxReplicas": 4}, labels={"required": ["team"]}
)
FOREIGN = "evil.example.org/a/b:1"
QUOTES = "Hint: put the value in quotes, or YAML reads it as another type"


def paths(document: Manifest, settings: Manifest) -> set[str]:
    return {problem.path for problem in check(document, settings)}


@pytest.mark.parametrize(
    ("mistake", "path"),
    [
        ({"unknown": 1}, "unknown"),
        ({"httpPort": "http"}, "httpPort"),
        ({"size": "huge"}, "size"),
        ({"env": "A=b"}, "env"),
        ({"volumes": ["a"]}, "volumes[0]"),
        ({"podLabels": {"a b": "c"}}, "podLabels.a b"),
    ],
)
def test_a_mistake_hides_no_rule_and_no_policy(mistake: dict[str, Json], path: str) -> None:
    others: dict[str, Json] = {
        "image": FOREIGN,
        "scaling": {"minReplicas": 9, "maxReplicas": 5},
        "podAnnotations": {"dapr.io/enabled": "true"},
        "nats": {"stream": "A", "consumer": "b", "monitoringEndpoint": "127.0.0.1:8222"},
    }
    assert paths(xr(worker(**{**others, **mistake})), SETTINGS) == {
        f"spec.{path}",
        "spec.image",
        "spec.scaling.minReplicas",
        "spec.scaling.maxReplicas",
        "spec.podAnnotations.dapr.io/enabled",
        "spec.nats.monitoringEndpoint",
        "metadata.labels.team",
    }


@pytest.mark.parametrize(
    ("scaling", "expected"),
    [
        ({"minReplicas": "x", "maxReplicas": 5}, {"spec.scaling.minReplicas", "metadata.labels.team"}),
        ({"maxReplicas": 5, "triggers": ["cpu"]}, {"spec.scaling.triggers[0]", "spec.scaling.maxReplicas"}),
        ("many", {"spec.scaling"}),
    ],
)
def test_what_is_invalid_is_told_once(scaling: Json, expected: set[str]) -> None:
    found = paths(xr(worker(scaling=scaling)), SETTINGS)
    assert found - {"metadata.labels.team"} == expected - {"metadata.labels.team"}


def test_broken_rules_hide_no_policy() -> None:
    document = xr(worker(image=FOREIGN, env=[{"name": "A", "value": "1"}, {"name": "A", "value": "2"}]))
    assert paths(document, SETTINGS) == {"spec.env", "spec.image", "metadata.labels.team"}


def test_a_wrong_name_hides_no_policy() -> None:
    document = namespaced(worker(image=FOREIGN))
    assert paths({**document, "metadata": {"namespace": "shop"}}, SETTINGS) >= {"metadata.name", "spec.image"}
    assert paths({**document, "metadata": {"name": "A", "namespace": "shop"}}, SETTINGS) >= {
        "metadata.name",
        "spec.image",
    }


def test_without_a_namespace_nothing_is_said_about_the_namespace() -> None:
    document = {**namespaced(worker(image=FOREIGN)), "metadata": {"name": "a"}}
    assert paths(document, SETTINGS) == {"metadata.namespace"}


@pytest.mark.parametrize(
    ("stream", "path"),
    [
        ({"type": "kafka", "topic": "a", "properties": {"sasl.password": "CANARY"}}, "properties.sasl.password"),
        ({"type": "kafka", "topic": "a", "properties": {"sasl.password": 12345}}, "properties.sasl.password"),
        ({"type": "kafka", "brokers": "user:CANARY@kafka:9092"}, "brokers"),
        ({"type": "nope", "password": "CANARY"}, "password"),
    ],
)
def test_a_password_is_told_in_the_first_round_and_not_repeated(stream: Json, path: str) -> None:
    problems = check(composite(binding(version=1.0, streams={"a": stream})), PLATFORM)
    plain = [problem for problem in problems if problem.code == "EP403"]
    assert [problem.path for problem in plain] == [f"spec.streams.a.{path}"]
    assert len(problems) > 1
    assert "CANARY" not in repr(problems)


def test_a_reference_to_a_secret_that_is_wrong_itself_is_right() -> None:
    stream: Json = {"type": "kafka", "topic": "a", "brokers": "k:9092", "properties": {"p": "secret://db/key"}}
    problems = check(composite(binding(streams={"a": stream}, secrets={"db": {"provider": "nope"}})), PLATFORM)
    assert [problem.path for problem in problems] == ["spec.secrets.db.provider"]


def test_the_function_refuses_with_the_same_words() -> None:
    assert_refused(
        xr(worker(unknown=1, scaling={"minReplicas": 5, "maxReplicas": 2})),
        "spec.scaling.minReplicas: minReplicas must not exceed maxReplicas; got 5 and 2\n"
        "spec.unknown: unknown field. Hint: the API reference lists all fields",
    )
