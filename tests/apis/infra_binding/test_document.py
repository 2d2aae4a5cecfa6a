import json
from typing import Any

import pytest
import yaml

from function.apis.infra_binding.document import document, document_name
from function.base.manifest import Json
from tests.bindings import PAYMENTS, resolved, secret, topic, vault

REFERENCE: Json = {"p.user": "secret://db_main/user", "plain": 5}
SECRETS: Json = {"db_main": vault(keys=["user"]), "own": secret()}


def texts(**fields: Json) -> dict[str, str]:
    binding = resolved(**fields)
    return document(binding.spec, binding.entries, binding.secrets)


def files(**fields: Json) -> dict[str, Any]:
    return {name: json.loads(text) for name, text in texts(**fields).items()}


def test_its_name_is_the_claims() -> None:
    assert document_name(PAYMENTS) == "payments-binding"


def test_the_binding_is_whole_and_refers_to_keys_of_secrets() -> None:
    found = files(streams={"a": topic(properties=REFERENCE, partitions=3)}, secrets=SECRETS, description="Ä: “x”")
    assert found["binding.yaml"] == {
        "version": "1.0",
        "environment": "production",
        "description": "Ä: “x”",
        "streams": {
            "a": {
                **topic(partitions=3),
                "properties": {"p.user": {"secretKeyRef": {"name": "payments.db-main", "key": "user"}}, "plain": "5"},
            }
        },
        "secrets": SECRETS,
    }


def test_a_stream_tells_its_name_and_what_makes_it() -> None:
    far = "broker-kafka-bootstrap.far.svc:9092"
    found = files(streams={"made": topic("a.b"), "far": topic("x", brokers=far)})["streams.yaml"]
    assert found["far"] == {"type": "kafka", "topic": "x", "brokers": far, "physical": "x"}
    assert found["made"].pop("managed_by") == {
        "apiVersion": "kafka.strimzi.io/v1",
        "kind": "KafkaTopic",
        "namespace": "kafka",
        "name": "a-b",
    }
    assert found["made"] == {**topic("a.b"), "physical": "a.b"}


def test_what_nothing_makes_has_its_reason() -> None:
    found = files(secrets=SECRETS)
    assert found["unmanaged.yaml"] == {"secrets.own": "an existing Secret is used; it must exist"}


def test_secrets_have_no_file_of_their_own() -> None:
    assert list(files(secrets={"a": vault(keys=["k"])})) == ["binding.yaml"]


def test_what_is_empty_is_no_file() -> None:
    assert files() == {"binding.yaml": {"version": "1.0", "environment": "production"}}


@pytest.mark.parametrize("order", [1, -1])
def test_equal_bindings_give_equal_bytes(order: int) -> None:
    streams = [("b", topic("b", properties=REFERENCE)), ("a", topic("a"))][::order]
    again = texts(secrets=SECRETS, streams=dict(reversed(streams)))
    assert list(texts(streams=dict(streams), secrets=SECRETS).items()) == list(again.items())


def test_each_file_is_yaml_in_the_order_of_its_keys() -> None:
    for text in texts(streams={"a": topic(properties={"z": "ß\n", "a": "yes: #"})}, secrets=SECRETS).values():
        assert yaml.safe_load(text) == json.loads(text)
        assert text == json.dumps(json.loads(text), indent=2, sort_keys=True, ensure_ascii=False) + "\n"


@pytest.mark.parametrize(
    "value", [1e16, 1e-7, -0.0, 2**60, True, False, [], {}, [[], {}, [1, "ä\n\x01"]], {"b": {"a": '"'}}]
)
def test_any_value_is_written_as_json(value: Json) -> None:
    text = texts(deployment={"type": "yarn", "ci_cd": {"value": value}})["binding.yaml"]
    assert text == json.dumps(json.loads(text), indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    assert json.loads(text)["deployment"] == {"type": "yarn", "ci_cd": {"value": value}}


def test_prose_stays_prose() -> None:
    found = files(description="secret://nobody/knows")
    assert found["binding.yaml"]["description"] == "secret://nobody/knows"


def test_what_is_not_used_as_written_is_told() -> None:
    pulsar: Json = {
        "type": "pulsar",
        "topic": "persistent://a/b/c",
        "service_url": "pulsar://p:6650",
        "retention_time": "1h",
        "retention_size": "1gb",
    }
    found = files(streams={"a": pulsar}, deployment={"type": "yarn", "mode": "per_job"})
    assert found["warnings.yaml"] == {
        "deployment.mode": "execution.target is yarn-application, because Flink 2 has no mode for each job",
        "streams.a.retention_size": "the operator gets 1Gi: sizes are binary",
    }


def test_a_stream_that_is_read_has_a_trigger_without_secrets() -> None:
    properties: Json = {
        "security.protocol": "SASL_SSL",
        "sasl.mechanism": "SCRAM-SHA-512",
        "sasl.username": "secret://db_main/user",
        "sasl.password": "secret://db_main/password",
    }
    streams: Json = {
        "read": topic(consumer={"group_id": "g"}, properties=properties),
        "written": topic("b", producer={"acks": "all"}),
    }
    found = files(streams=streams, secrets={"db_main": vault(keys=["user", "password"])})["streams.yaml"]
    assert found["read"]["scaling"] == {
        "trigger": {
            "type": "kafka",
            "metadata": {
                "bootstrapServers": "main-kafka-bootstrap.kafka.svc:9093",
                "topic": "orders.v1",
                "consumerGroup": "g",
                "sasl": "scram_sha512",
                "tls": "enable",
            },
        },
        "authentication": {
            "secretTargetRef": [
                {"parameter": "username", "name": "payments.db-main", "key": "user"},
                {"parameter": "password", "name": "payments.db-main", "key": "password"},
            ]
        },
    }
    assert "scaling" not in found["written"]
