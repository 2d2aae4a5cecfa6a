import pytest

from function.apis.infra_binding.sections.streams.pulsar import Model
from function.base.manifest import Json, Manifest, mapping_at, text_at
from function.base.validation import broken_rules
from tests.bindings import binding, config, manifests, secret
from tests.cel import judge
from tests.plug_ins.cases import Cases
from tests.support import look

EVENTS: Manifest = {
    "type": "pulsar",
    "topic": "persistent://credit-card/settlement/events",
    "service_url": "pulsar://pulsar-cluster:6650",
    "admin_url": "http://pulsar-admin:8080",
}
FOR_APPLICATIONS: Manifest = {
    "direction": "sink",
    "properties{p}": "w",
    "consumer.subscription_name": "other",
    "consumer.subscription_type": "Key_Shared",
    "consumer.receiver_queue_size": 1,
    "consumer.acknowledgment_timeout": "1s",
    "consumer.negative_ack_redelivery_delay": "1s",
    "consumer.dead_letter_policy.max_redeliver_count": 1,
    "consumer.dead_letter_policy.dead_letter_topic": "persistent://credit-card/settlement/other",
    "producer.batching_enabled": False,
    "producer.batching_max_messages": 1,
    "producer.batching_max_publish_delay": "1s",
    "producer.compression": "NONE",
    "producer.send_timeout": "1s",
    "auth.cert_path": "/other",
    "auth.key_path": "/other",
    "auth.issuer_url": "https://other",
    "auth.client_id": "other",
    "auth.audience": "other",
    "auth.scope": "other",
    "auth.private_key": "secret://db/other",
    "tls.enabled": False,
}
CASES = Cases(
    whole={
        **EVENTS,
        "direction": "source",
        "properties": {"p": "v"},
        "partitions": 32,
        "retention_time": "7d",
        "retention_size": "100GB",
        "compact": True,
        "consumer": {
            "subscription_name": "settlement-processor",
            "subscription_type": "Failover",
            "receiver_queue_size": 1000,
            "acknowledgment_timeout": "30s",
            "negative_ack_redelivery_delay": "1m",
            "dead_letter_policy": {"max_redeliver_count": 3, "dead_letter_topic": "persistent://a/b/dlq"},
        },
        "producer": {
            "batching_enabled": True,
            "batching_max_messages": 1000,
            "batching_max_publish_delay": "10ms",
            "compression": "LZ4",
            "send_timeout": "30s",
        },
        "auth": {
            "type": "token",
            "token": "secret://db/token",
            "cert_path": "/etc/pulsar/tls.crt",
            "key_path": "/etc/pulsar/tls.key",
            "issuer_url": "https://issuer.example.org",
            "client_id": "settlement",
            "audience": "urn:pulsar",
            "scope": "all",
            "private_key": "secret://db/key",
        },
        "tls": {"enabled": True, "trust_cert_path": "/etc/pulsar/ca.pem", "allow_insecure": False},
    },
    changes={
        "topic": "persistent://credit-card/settlement/other",
        "service_url": "pulsar+ssl://pulsar-cluster:6651",
        "admin_url": "https://pulsar-admin:8443",
        "partitions": 0,
        "retention_time": "1500ms",
        "retention_size": "1gb",
        "compact": False,
        "auth.type": "oauth2",
        "auth.token": "secret://db/other",
        "tls.trust_cert_path": "/other",
        "tls.allow_insecure": True,
        **FOR_APPLICATIONS,
    },
    for_applications=FOR_APPLICATIONS,
    refused=[
        *(("topic", None), ("topic", "events"), ("topic", "persistent://events"), ("topic", "persistent://a/b/c/d")),
        *(("service_url", "http://pulsar"), ("service_url", "pulsar://user:CANARY@pulsar"), ("service_url", None)),
        *(
            ("service_url", f"pulsar://{hosts}")
            for hosts in ("", ":1", "a:", "a,", "a,,b", "a_b", "a:1/x", "a b", "${A}")
        ),
        *(("admin_url", "pulsar://a"), ("partitions", -1), ("retention_time", "1w")),
        *(("retention_size", "100Gi"), ("compact", "yes"), ("compaction", "compact")),
        *(("consumer.subscription_type", "shared"), ("producer.compression", "lz4"), ("auth.token", "CANARY")),
        *(
            ("auth", {"type": "token"}),
            ("auth.type", "basic"),
            ("auth.private_key", "CANARY"),
            ("auth.key_path", "tls.key"),
        ),
        *(("tls.allow_insecure", "no"), ("brokers", "k:9092"), ("shard_count", 1)),
    ],
)
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
