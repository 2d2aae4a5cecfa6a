from typing import Any

import pytest
from pydantic import ValidationError

from function.apis.infra_binding.kafka.topic import KafkaTopic
from function.apis.infra_binding.member import Made, Part
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.manifest import Json, Manifest
from function.base.meta import Meta
from function.base.validation import broken_rules
from function.platform.config import PlatformConfig
from function.readiness.ready_condition import READINESS
from tests.bindings import config, topic
from tests.cel import judge
from tests.schemas import violations
from tests.support import look

NOT_HOST_AND_PORT = (
    *("", "k", "k:", "k:0", "k:65536", ":9092", "k:9092,", ",k:9092", "k:1 ,l:1", "k:1,,l:1", "a b:1", "k_1:9092"),
    *("SASL_SSL://k:9092", "user@k:9092", "user:CANARY@k:9092", "k:9092/x", "[fe80::1%eth0]:9092", "::1:9092"),
    *("secret://db/brokers", "${BROKERS}"),
)
META = Meta("payments", "shop", {"team": "checkout"})


class Letters(KafkaTopic):
    """Topics as a section may have them."""

    singular = "letter"
    makes = (Part(key="letter", kind="KafkaTopic", made="the topic"),)


def made(settings: PlatformConfig | None = None, name: str = "orders.v1", **fields: Json) -> Made:
    return Letters.model_validate(topic(name, **fields)).made("orders", META, settings or config(), {})


def manifest(name: str = "orders.v1", **fields: Json) -> Manifest:
    (resource,) = made(None, name, **fields).own
    assert violations(resource.manifest) == []
    return resource.manifest


def test_a_topic_with_all_it_may_say() -> None:
    found = manifest(partitions=128, replication=3, retention_ms=604800000, compaction="compact,delete")
    assert found["metadata"] == {
        "name": "orders-v1",
        "namespace": "kafka",
        "labels": {"team": "checkout", "strimzi.io/cluster": "main"},
    }
    assert found["spec"] == {
        "topicName": "orders.v1",
        "partitions": 128,
        "replicas": 3,
        "config": {"retention.ms": 604800000, "cleanup.policy": "compact,delete"},
    }


def test_what_is_not_said_is_left_to_the_broker() -> None:
    assert manifest()["spec"] == {"topicName": "orders.v1"}


def test_it_is_kept_under_the_key_of_its_section() -> None:
    found = made()
    (resource,) = found.own
    assert (resource.key, resource.keep, resource.about) == ("letter-orders", True, WORKLOAD_AVAILABLE)
    assert resource.readiness is READINESS
    assert found.shared == ()


def test_it_is_made_in_the_namespace_of_its_cluster() -> None:
    found = manifest(brokers="own-kafka-bootstrap.shop.svc:9092")
    assert look(found, "metadata.namespace") == "shop"
    assert look(found, "metadata.labels") == {"team": "checkout", "strimzi.io/cluster": "own"}


def test_without_a_cluster_nothing_is_made() -> None:
    assert made(PlatformConfig(), brokers="broker-1.example.org:9092").own == ()


@pytest.mark.parametrize("name", ["Orders", "orders_v1", "_", "o" * 249, "a..b", "-a-"])
def test_a_name_that_had_to_change_carries_a_digest(name: str) -> None:
    found = manifest(name)
    assert len(str(look(found, "metadata.name"))) <= 63
    assert look(found, "spec.topicName") == name


def test_names_that_differ_in_what_had_to_change_stay_apart() -> None:
    names = ["orders_v1", "Orders_v1", "orders__v1", "ORDERS.V1", "orders-v1"]
    assert len({str(look(manifest(name), "metadata.name")) for name in names}) == len(names)


def test_it_is_its_topic_of_its_brokers() -> None:
    first, again = (Letters.model_validate(topic(partitions=count)) for count in (1, 2))
    assert first.physical("orders", {}) == "orders.v1"
    assert list(first.identities()) == list(again.identities())


@pytest.mark.parametrize("fields", [{"topic": "other"}, {"brokers": "other:9092"}])
def test_another_topic_or_broker_is_another_thing(fields: dict[str, Json]) -> None:
    first, other = Letters.model_validate(topic()), Letters.model_validate({**topic(), **fields})
    assert not set(first.identities()) & set(other.identities())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("topic", None), ("topic", ""), ("topic", "a/b"), ("topic", "a b"), ("topic", "o" * 250), ("brokers", None)),
        *(("brokers", text) for text in NOT_HOST_AND_PORT),
        *(("partitions", 0), ("partitions", 100_001), ("partitions", 1.5), ("replication", 0)),
        *(("replication", 32768), ("retention_ms", -2), ("retention_ms", "1h"), ("compaction", "delete,compact")),
        *(("compaction", True), ("type", "kinesis"), ("group_id", "x"), ("properties", {})),
    ],
)
def test_what_is_refused(field: str, value: Json) -> None:
    with pytest.raises(ValidationError):
        Letters.model_validate({**topic(), field: value})


OWNED = config(policy={"streams": {"prefixes": {"shop": ["shop."]}}})
SETTINGS: dict[str, Any] = {"partitions": 1, "replication": 3, "retention_ms": 1000, "compaction": "compact"}


def test_settings_of_a_topic_that_another_namespace_owns() -> None:
    found = list(Letters.model_validate(topic(**SETTINGS)).problems("spec.letters.a", "shop", OWNED))
    assert [problem.path for problem in found] == [f"spec.letters.a.{field}" for field in SETTINGS]
    assert {(problem.code, problem.setting) for problem in found} == {
        ("EP224", "PlatformConfig.spec.policy.streams.prefixes")
    }


def test_a_topic_that_another_namespace_owns_is_used_as_it_is() -> None:
    assert list(Letters.model_validate(topic()).problems("spec.letters.a", "shop", OWNED)) == []
    found = made(OWNED)
    assert found.own == ()
    assert (
        found.unmanaged == "PlatformConfig.spec.policy.streams.prefixes does not give it to shop; the topic must exist"
    )


def test_a_topic_that_the_namespace_owns_is_made_with_its_settings() -> None:
    mine = Letters.model_validate(topic("shop.orders", **SETTINGS))
    assert list(mine.problems("spec.letters.a", "shop", OWNED)) == []
    assert len(made(OWNED, "shop.orders", **SETTINGS).own) == 1


def test_without_prefixes_every_topic_is_the_bindings_to_make() -> None:
    assert list(Letters.model_validate(topic(**SETTINGS)).problems("spec.letters.a", "shop", config())) == []


@pytest.mark.parametrize("brokers", ["k:1", "K.example.org.:65535", "10.0.0.1:9092,[fd12::1]:9092,b-1.kafka.svc:9093"])
def test_brokers_are_hosts_with_ports(brokers: str) -> None:
    assert Letters.model_validate({**topic(), "brokers": brokers}).brokers == brokers


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, True),
        ({"replication": 3}, True),
        ({"min_insync_replicas": 2}, True),
        ({"replication": 3, "min_insync_replicas": 3}, True),
        ({"replication": 1, "min_insync_replicas": 2}, False),
    ],
)
def test_a_topic_that_nobody_could_write_to_is_refused_and_an_api_server_says_so_too(
    fields: Manifest, expected: bool
) -> None:
    (rule,) = Letters.rules
    document: Manifest = {**topic(), **fields}
    assert judge(rule.cel, "self", document) == expected
    found = [str(problem) for problem in broken_rules(Letters.model_validate(document), "spec.letters.a")]
    assert (found == []) == expected
    assert all(text.startswith("spec.letters.a.min_insync_replicas: ") for text in found)
