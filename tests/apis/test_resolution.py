"""Variables in a claim: where values come from, what is asked for, and what is reported while they are missing."""

import pytest

from function.base.condition import TYPES
from function.base.manifest import Json, Manifest, text_at
from function.base.outcome import Outcome
from function.base.request import Request
from function.delivery.live import asked
from function.plan import cluster
from function.render import check, render
from tests.bindings import PLATFORM, binding, composite, topic, vault
from tests.documents import worker, xr
from tests.leaves import replaced
from tests.variables import DOCUMENT, ENV, SETTINGS, SHARED, Found, answer, claim, found


def topic_of(outcome: Outcome) -> str:
    assert outcome.fatal is None, outcome.fatal
    return text_at(asked(outcome.resources["stream-orders"].manifest), "spec", "topicName")


@pytest.mark.parametrize(
    ("own", "env", "shared", "expected"),
    [
        ({"TOPIC": "own"}, {"TOPIC": "env"}, {}, "own"),
        ({"OTHER": "own"}, {"TOPIC": "env"}, {"TOPIC": "shared"}, "env"),
        ({}, {"OTHER": "env"}, {"TOPIC": "shared"}, "shared"),
        ({}, {"TOPIC": "a.${B}"}, {}, None),
        ({}, {}, {}, None),
    ],
)
def test_the_first_that_has_a_value_wins(own: Json, env: Json, shared: Json, expected: str | None) -> None:
    document = replaced(claim(), "spec.variables", own)
    outcome = answer(document, found(env, shared))
    assert (outcome.fatal is None) == (expected is not None)
    if expected:
        assert topic_of(outcome) == expected


def test_own_values_and_defaults_need_nobody() -> None:
    document = replaced(claim(brokers="${HOST:-main-kafka-bootstrap.kafka.svc}:9093"), "spec.variables", {"TOPIC": "a"})
    outcome = answer(document, None, PLATFORM)
    assert topic_of(outcome) == "a"
    assert outcome.requirements == {}


def test_a_default_is_asked_for_nevertheless() -> None:
    document = composite(binding(streams={"orders": topic("${TOPIC:-a}")}))
    assert topic_of(answer(document, found({"TOPIC": "b"}))) == "b"
    assert topic_of(answer(document, found({}))) == "a"


def test_a_claim_that_has_all_its_values_asks_for_nothing() -> None:
    document = replaced(claim(), "spec.variables", {"TOPIC": "own"})
    assert list(answer(document, {}).requirements) == [DOCUMENT]


def test_every_call_asks_for_the_same() -> None:
    first, second, third = (answer(claim(), known) for known in ({}, {ENV: [], SHARED: []}, found({"TOPIC": "a"})))
    assert list(first.requirements) == [ENV, SHARED]
    assert second.requirements == first.requirements
    assert {name: third.requirements[name] for name in (ENV, SHARED)} == first.requirements
    assert answer(claim(partitions="x"), found({"TOPIC": "a"})).requirements == first.requirements


@pytest.mark.parametrize("known", [{}, {ENV: [{"data": {"TOPIC": "a"}}]}])
def test_before_the_answer_nothing_is_refused_created_or_removed(known: Found) -> None:
    seen = cluster.observed(
        {key: made.manifest for key, made in answer(claim(), found({"TOPIC": "a"})).resources.items()}
    )
    waiting = render(Request(xr=claim(), platform=SETTINGS, required=known, observed={**seen, "another-step": {}}))
    assert waiting.fatal is None
    assert waiting.resources.keys() == seen.keys()
    assert {text_at(made.manifest, "metadata", "name") for made in waiting.resources.values()} == {
        text_at(manifest, "metadata", "name") for manifest in seen.values()
    }
    assert [made for made in waiting.resources.values() if "status" in made.manifest] == []
    assert answer(claim(), known).resources == {}


def test_the_status_says_what_is_waited_for() -> None:
    waiting = answer(claim(), {ENV: []})
    assert [condition.type for condition in waiting.conditions] == list(TYPES)
    assert {(condition.status, condition.reason) for condition in waiting.conditions} == {
        ("Unknown", "ReadingVariables")
    }
    assert {condition.message for condition in waiting.conditions} == {f"reading {SHARED}"}
    assert waiting.ttl_seconds == 60


def test_asked_and_absent_is_an_error_of_the_settings() -> None:
    outcome = answer(claim(), {ENV: [], SHARED: [{"data": {"TOPIC": "a"}}]})
    assert outcome.fatal == (
        "PlatformConfig.spec.variables.sources[0]: ConfigMap shop/env does not exist. "
        "Hint: create it, or remove it from PlatformConfig"
    )
    assert outcome.conditions[0].reason == "PlatformConfigInvalid"
    assert outcome.resources == {}


def test_other_mistakes_are_told_together_with_them() -> None:
    outcome = answer(claim(partitions=0, properties={"p": "secret://none/x"}), found({}))
    assert [(problem.path, problem.code) for problem in outcome.problems] == [
        ("spec", "EP402"),
        ("spec.streams.orders.partitions", "EP105"),
        ("spec.streams.orders.properties.p", "EP410"),
    ]


@pytest.mark.parametrize(
    ("fields", "values", "code"),
    [
        ({"properties": {"ssl.keystore.password": "${P}"}}, {"P": "CANARY"}, "EP403"),
        ({"properties": {"x": "${P}"}}, {"P": "://u:CANARY@h"}, "EP403"),
        ({"properties": {"client.id": "${DB_PASSWORD}"}}, {"DB_PASSWORD": "CANARY"}, "EP403"),
        ({"brokers": "${P}"}, {"P": "localhost:9092"}, "EP225"),
        ({"retention_ms": 1, "consumer": {"fetch_max_wait": "${P}"}}, {"P": "CANARY"}, "EP106"),
        ({"properties": {"x": "${P}"}}, {"P": "secret://CANARY"}, "EP401"),
        ({"properties": {"x": "${P}"}}, {"P": "secret://none/CANARY"}, "EP410"),
    ],
)
def test_values_are_judged_where_they_go_and_never_repeated(fields: Manifest, values: Manifest, code: str) -> None:
    outcome = answer(claim(**fields), found({"TOPIC": "a", **values}))
    assert [problem.code for problem in outcome.problems] == [code]
    assert "CANARY" not in repr(outcome)


def test_a_value_may_be_a_reference_to_a_secret() -> None:
    fields = replaced(claim(properties={"sasl.password": "${P}"}), "spec.secrets", {"kafka": vault(keys=["password"])})
    outcome = answer(fields, found({"TOPIC": "a", "P": "secret://kafka/password"}))
    data = text_at(asked(outcome.resources["document"].manifest), "data", "streams.yaml")
    assert '"secretKeyRef"' in data


def test_the_document_has_the_values_and_no_variables() -> None:
    document = replaced(claim(), "spec.variables", {"TOPIC": "orders", "OTHER": "unused"})
    data = text_at(asked(answer(document, None, PLATFORM).resources["document"].manifest), "data", "binding.yaml")
    assert '"topic": "orders"' in data
    assert "unused" not in data
    assert "variables" not in data


@pytest.mark.parametrize("settings", [None, SETTINGS])
def test_the_command_line_only_warns_about_what_a_cluster_may_have(settings: Manifest | None) -> None:
    problems = check(claim(partitions=0), settings)
    assert [(problem.path, problem.code, problem.severity) for problem in problems] == [
        ("spec", "EP402", "warning"),
        ("spec.streams.orders.partitions", "EP105", "error"),
    ]
    assert [problem.severity for problem in check(claim(), PLATFORM)] == ["error"]


def test_a_service_has_no_variables() -> None:
    text = "${NAME} and ${"
    document = xr({**worker(), "env": [{"name": "A", "value": text}]})
    assert render(Request(xr=document, platform=SETTINGS)).fatal is None


def test_nothing_is_asked_for_without_a_namespace() -> None:
    document = {**claim(), "spec": {**binding(streams={"orders": topic("${TOPIC}")})}}
    outcome = answer(document, {})
    assert outcome.requirements == {}
    assert sorted(problem.code for problem in outcome.problems) == ["EP101", "EP402"]


def test_a_spec_that_is_a_text_is_no_object() -> None:
    problems = answer({**claim(), "spec": "${TOPIC:-a}"}, None).problems
    assert [problem.path for problem in problems if problem.code == "EP103"] == ["spec"]
