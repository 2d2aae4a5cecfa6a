"""What KEDA reads, from references to what it finds in Secrets."""

import pytest

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.scaling import Scaling
from function.apis.infra_binding.sections.streams.kafka import Model as Kafka
from function.apis.infra_binding.sections.streams.kinesis import Model as Kinesis
from function.apis.infra_binding.sections.streams.pulsar import Model as Pulsar
from function.base.manifest import Json, Manifest
from tests.bindings import topic

SECRETS = {"kafka": BoundSecret(name="payments.kafka", existing=False, keys=("user",))}


def test_a_trigger_without_authentication_is_the_trigger_alone() -> None:
    found = Scaling(type="kafka", metadata={"topic": "a"}, parameters={}, pod_identity={})
    assert found.described(SECRETS) == {"trigger": {"type": "kafka", "metadata": {"topic": "a"}}}


def test_references_become_keys_of_secrets() -> None:
    found = Scaling(
        type="a", metadata={}, parameters={"username": "secret://kafka/user"}, pod_identity={"provider": "aws"}
    )
    assert found.described(SECRETS)["authentication"] == {
        "secretTargetRef": [{"parameter": "username", "name": "payments.kafka", "key": "user"}],
        "podIdentity": {"provider": "aws"},
    }


def test_environment_variables_are_those_of_the_application() -> None:
    variables = BoundSecret(name="env", existing=True, keys=(), variables={"user": "KAFKA_USER"})
    parameters = {"username": "secret://own/user", "password": "secret://kafka/user"}
    found = Scaling(type="a", metadata={}, parameters=parameters, pod_identity={})
    assert found.described({**SECRETS, "own": variables})["authentication"] == {
        "secretTargetRef": [{"parameter": "password", "name": "payments.kafka", "key": "user"}],
        "env": [{"parameter": "username", "name": "KAFKA_USER"}],
    }


ALERTS: Manifest = {"type": "kinesis", "stream": "prod-fraud-alerts", "region": "us-east-1"}
STATIC: Manifest = {"type": "static", "access_key_id": "secret://aws/id", "secret_access_key": "secret://aws/key"}
ROLE = "arn:aws:iam::123456789012:role/reader"


@pytest.mark.parametrize(
    ("fields", "parameters", "identity"),
    [
        ({}, {}, {"provider": "aws"}),
        ({"credentials": {"type": "default"}}, {}, {"provider": "aws"}),
        ({"credentials": {"type": "assume_role", "role_arn": ROLE}}, {}, {"provider": "aws", "roleArn": ROLE}),
        ({"credentials": STATIC}, {"awsAccessKeyID": "secret://aws/id", "awsSecretAccessKey": "secret://aws/key"}, {}),
    ],
)
def test_readers_of_kinesis_can_be_scaled(fields: Manifest, parameters: Json, identity: Json) -> None:
    found = Kinesis.model_validate({**ALERTS, **fields}).scaling()
    assert found is not None
    assert (found.type, found.parameters, found.pod_identity) == ("aws-kinesis-stream", parameters, identity)
    assert found.metadata == {"streamName": "prod-fraud-alerts", "awsRegion": "us-east-1"}


@pytest.mark.parametrize("fields", [{"direction": "sink"}, {"credentials": {"type": "profile", "profile": "p"}}])
def test_kinesis_has_no_trigger_without_a_reader_that_keda_can_be(fields: Manifest) -> None:
    assert Kinesis.model_validate({**ALERTS, **fields}).scaling() is None


READ: Manifest = {
    "type": "pulsar",
    "topic": "persistent://credit-card/settlement/events",
    "service_url": "pulsar://pulsar:6650",
    "admin_url": "http://pulsar:8080",
    "consumer": {"subscription_name": "reader"},
}


def test_readers_of_pulsar_can_be_scaled() -> None:
    found = Pulsar.model_validate(READ).scaling()
    assert found is not None
    metadata = {"adminURL": "http://pulsar:8080", "topic": READ["topic"], "subscription": "reader"}
    assert (found.type, found.metadata, found.parameters) == ("pulsar", metadata, {})
    token: Json = {"type": "token", "token": "secret://pulsar/token"}
    found = Pulsar.model_validate({**READ, "partitions": 4, "auth": token}).scaling()
    assert found is not None
    assert found.metadata == {**metadata, "isPartitionedTopic": "true", "authModes": "bearer"}
    assert found.parameters == {"bearerToken": "secret://pulsar/token"}


@pytest.mark.parametrize(
    "fields",
    [
        {"direction": "sink"},
        {"admin_url": None},
        {"consumer": {}},
        {"topic": "non-persistent://credit-card/settlement/events"},
        {"auth": {"type": "tls", "cert_path": "/a", "key_path": "/b"}},
    ],
)
def test_pulsar_has_no_trigger_without_what_keda_needs(fields: Manifest) -> None:
    assert Pulsar.model_validate({**READ, **fields}).scaling() is None


@pytest.mark.parametrize("authentication", ["scram-sha-512", "tls"])
def test_keda_cannot_scale_with_a_user_whose_credentials_it_cannot_read(authentication: str) -> None:
    stream = topic(consumer={"group_id": "g"}, security={"authentication": authentication})
    assert Kafka.model_validate(stream).scaling() is None
    login = {"sasl.username": "secret://kafka/user", "sasl.password": "secret://kafka/password"}
    copied = {"security.protocol": "SASL_SSL", "sasl.mechanism": "SCRAM-SHA-512", **login}
    readable = Kafka.model_validate({**stream, "properties": copied})
    assert readable.scaling() is not None
