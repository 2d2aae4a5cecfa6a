"""The objects of a Pulsar stream."""

import pytest

from function.apis.infra_binding.sections.streams.pulsar import Model
from function.base.manifest import Json, Manifest, mapping_at, text_at
from function.base.validation import broken_rules
from tests.apis.infra_binding.sections.streams.test_pulsar import EVENTS
from tests.bindings import binding, config, manifests, secret
from tests.cel import judge
from tests.support import look

OWNED = config(policy={"streams": {"prefixes": {"shop": ["credit-card/settlement/"]}}})


def stream(**fields: Json) -> Model:
    return Model.model_validate({**EVENTS, **fields})


def made(**fields: Json) -> dict[str, Manifest]:
    found = manifests(binding(streams={"events": {**EVENTS, **fields}}, secrets={"db": secret("pulsar")}))
    return {key.partition("-")[0]: manifest for key, manifest in found.items() if key != "document"}


def test_a_topic_and_its_connection() -> None:
    """By default, the operator would delete the topic's data with the object."""
    found = made(partitions=32, retention_time="7d", retention_size="100GB", compact=True)
    assert list(found) == ["pulsarconnection", "stream"]
    assert look(found, "stream.metadata.name") == "persistent-credit-card-settlement-events"
    assert look(found, "stream.spec") == {
        "name": "persistent://credit-card/settlement/events",
        "connectionRef": {"name": look(found, "pulsarconnection.metadata.name")},
        "lifecyclePolicy": "KeepAfterDeletion",
        "partitions": 32,
        "retentionTime": "7d",
        "retentionSize": "100Gi",
        "compactionThreshold": 104857600,
    }
    assert look(found, "pulsarconnection.spec") == {
        "adminServiceURL": "http://pulsar-admin:8080",
        "brokerServiceURL": "pulsar://pulsar-cluster:6650",
    }


def test_what_is_not_said_is_left_to_the_namespace() -> None:
    assert set(mapping_at(made(compact=False)["stream"], "spec")) == {"name", "connectionRef", "lifecyclePolicy"}
    assert look(made(topic="non-persistent://a/b/c"), "stream.spec.persistent") is False


@pytest.mark.parametrize(("given", "expected"), [("7d", "7d"), ("1h", "1h"), ("1500ms", "2s")])
def test_the_operator_knows_days_but_no_milliseconds(given: str, expected: str) -> None:
    assert look(made(retention_time=given, retention_size="1gb"), "stream.spec.retentionTime") == expected


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"admin_url": None}, "admin_url is not set; the topic must exist"),
        (
            {"topic": "persistent://ns/topic"},
            "its name has no tenant, namespace and topic, so it cannot be created; it must exist",
        ),
    ],
)
def test_a_topic_that_must_exist(fields: dict[str, Json], reason: str) -> None:
    """`persistent://ns/topic` occurs in documents, but is no full name."""
    spec = {key: value for key, value in {**EVENTS, **fields}.items() if value is not None}
    found = manifests(binding(streams={"events": spec}))
    assert list(found) == ["document"]
    assert reason in text_at(found["document"], "data", "unmanaged.yaml")


def test_an_operator_cannot_use_credentials_from_variables() -> None:
    env: Json = {"provider": "env", "variables": [{"key": "token", "name": "TOKEN"}]}
    auth: Json = {"type": "token", "token": "secret://pulsar/token"}
    found = manifests(binding(streams={"events": {**EVENTS, "auth": auth}}, secrets={"pulsar": env}))
    assert list(found) == ["document"]
    reason = "its credentials are environment variables of the application; the topic must exist"
    assert reason in text_at(found["document"], "data", "unmanaged.yaml")


def test_without_the_address_of_the_administration_nothing_is_wanted() -> None:
    assert Model.model_validate({**EVENTS, "admin_url": "http://a"}).wants("a", {}) == ["stream-a"]
    del (without := dict(EVENTS))["admin_url"]
    assert Model.model_validate(without).wants("a", {}) == []


def test_streams_with_one_connection_share_it() -> None:
    other = {**EVENTS, "topic": "persistent://credit-card/settlement/other"}
    far = {**other, "topic": "persistent://a/b/c", "admin_url": "http://other:8080"}
    found = manifests(binding(streams={"a": EVENTS, "b": other, "c": far}))
    assert len([key for key in found if key.startswith("pulsarconnection-")]) == 2


def test_a_topic_that_another_namespace_owns_is_used_as_it_is() -> None:
    fields: dict[str, Json] = {"topic": "persistent://other/a/b", "partitions": 1, "compact": True}
    found = list(stream(**fields).problems("spec.streams.a", "shop", OWNED))
    assert [(problem.path, problem.code) for problem in found] == [
        ("spec.streams.a.partitions", "EP224"),
        ("spec.streams.a.compact", "EP224"),
    ]
    assert list(stream(partitions=1).problems("spec.streams.a", "shop", OWNED)) == []


@pytest.mark.parametrize(
    ("fields", "holds"),
    [({}, True), ({"retention_time": "1d", "retention_size": "1gb"}, True), ({"retention_size": "1gb"}, False)],
)
def test_both_bounds_of_retention_are_set(fields: dict[str, Json], *, holds: bool) -> None:
    (rule,) = Model.rules
    assert judge(rule.cel, "self", {**EVENTS, **fields}) == holds
    assert bool(list(broken_rules(stream(**fields), "spec"))) is not holds
