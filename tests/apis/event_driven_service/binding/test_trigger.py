import pytest

from function.apis.event_driven_service.binding.trigger import TYPES, KafkaScaling, KinesisScaling
from function.base.manifest import Json, Manifest
from function.base.validation import parse
from tests.bound import KAFKA, KINESIS


def problems(kind: str, value: Json) -> list[str]:
    found = parse(KafkaScaling, value, "scaling") if kind == "kafka" else parse(KinesisScaling, value, "scaling")
    return [str(problem) for problem in found[1]]


def test_what_bindings_write_is_accepted() -> None:
    assert problems("kafka", KAFKA["scaling"]) == []
    assert problems("aws-kinesis-stream", KINESIS["scaling"]) == []


def kafka(**metadata: Json) -> Manifest:
    own: Manifest = {"bootstrapServers": "a:9092", "topic": "t", "consumerGroup": "g"}
    return {"trigger": {"type": "kafka", "metadata": {**own, **metadata}}}


@pytest.mark.parametrize(
    "metadata",
    [
        {"bootstrapServers": "a"},
        {"bootstrapServers": "user:secret@a:9092"},
        {"topic": "a b"},
        {"topic": None},
        {"consumerGroup": ""},
        {"offsetResetPolicy": "never"},
        {"sasl": "oauthbearer"},
        {"tls": "disable"},
        {"unsafeSsl": "true"},
        {"awsRegion": "us-east-1"},
        {"lagThreshold": "0"},
    ],
)
def test_other_settings_of_kafka_are_refused(metadata: Manifest) -> None:
    assert len(problems("kafka", kafka(**metadata))) == 1


@pytest.mark.parametrize(
    "authentication",
    [
        [],
        {"secretTargetRef": [{"parameter": "sasl", "name": "a", "key": "k"}]},
        {"secretTargetRef": [{"parameter": "password", "name": "a"}]},
        {"secretTargetRef": [{"parameter": "password", "name": "A", "key": "k"}]},
        {"env": [{"parameter": "password", "name": "A", "containerName": "other"}]},
        {"podIdentity": {"provider": "azure-workload"}},
        {"podIdentity": {"provider": "aws", "roleArn": "admin"}},
        {"podIdentity": {"provider": "aws", "identityOwner": "workload"}},
        {"hashiCorpVault": {}},
        {"configMapTargetRef": []},
    ],
)
def test_other_ways_to_authenticate_are_refused(authentication: Json) -> None:
    assert len(problems("kafka", {**kafka(), "authentication": authentication})) == 1


def test_only_streams_have_triggers() -> None:
    assert TYPES == ("kafka", "aws-kinesis-stream")
