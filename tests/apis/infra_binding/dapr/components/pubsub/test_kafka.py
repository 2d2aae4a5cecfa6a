import pytest

from function.base.manifest import Json
from tests.dapr import made, reported
from tests.plug_ins.cases import Cases
from tests.support import look

CASES = Cases(
    in_l5=False,
    whole={
        "type": "pubsub.kafka",
        "scopes": ["progress-agent"],
        "metadata": {
            "brokers": "kafka:9092",
            "consumerGroup": "learnflow-consumers",
            "clientID": "learnflow",
            "authType": "none",
            "saslUsername": "learnflow",
            "saslPassword": "secret://db/password",
            "saslMechanism": "SHA-512",
            "caCert": "secret://db/ca",
            "clientCert": "secret://db/cert",
            "clientKey": "secret://db/key",
            "disableTls": True,
            "initialOffset": "newest",
            "maxMessageBytes": 10485760,
            "consumeRetryEnabled": True,
            "consumeRetryInterval": "200ms",
            "version": "3.7.0",
        },
    },
    changes={
        "scopes[0]": "triage-service",
        "metadata.brokers": "kafka-0:9092,kafka-1:9092",
        "metadata.consumerGroup": "{namespace}-consumers",
        "metadata.clientID": "other",
        "metadata.authType": "password",
        "metadata.saslUsername": "secret://db/username",
        "metadata.saslPassword": "secret://db/other",
        "metadata.saslMechanism": "SHA-256",
        "metadata.caCert": "secret://db/other",
        "metadata.clientCert": "secret://db/other",
        "metadata.clientKey": "secret://db/other",
        "metadata.disableTls": False,
        "metadata.initialOffset": "oldest",
        "metadata.maxMessageBytes": 1024,
        "metadata.consumeRetryEnabled": False,
        "metadata.consumeRetryInterval": "1s",
        "metadata.version": "2.0.0",
    },
    refused=[
        *(("type", "kafka"), ("type", "state.kafka"), ("metadata", None), ("scopes[0]", "Progress")),
        *(("metadata.brokers", "kafka"), ("metadata.brokers", None), ("metadata.authType", "plain")),
        *(("metadata.authRequired", "false"), ("metadata.consumerGroup", "a b"), ("metadata.consumerGroup", "{name}")),
        *(("metadata.saslPassword", "hunter2"), ("metadata.saslMechanism", "SCRAM-SHA-512")),
        *(("metadata.clientKey", "-----BEGIN"), ("metadata.maxMessageBytes", "10485760")),
        *(("metadata.maxMessageBytes", 0), ("metadata.consumeRetryInterval", "200"), ("metadata.version", "3")),
        *(("metadata.version", 3.7), ("metadata.redisHost", "redis:6379")),
    ],
)
BROKERS: Json = {"brokers": "kafka:9092"}


def component(**fields: Json) -> Json:
    return {"type": "pubsub.kafka", "metadata": {"brokers": "kafka:9092", **fields}}


def test_dapr_requires_how_the_sidecar_logs_in() -> None:
    assert look(made(components={"broker": component()}), "daprcomponent-broker.spec.metadata") == [
        {"name": "authType", "value": "none"},
        {"name": "brokers", "value": "kafka:9092"},
    ]


@pytest.mark.parametrize(
    ("kind", "missing"),
    [("password", ["saslPassword", "saslUsername"]), ("mtls", ["clientCert", "clientKey"])],
)
def test_what_a_login_needs_is_required(kind: str, missing: list[str]) -> None:
    assert reported({}, components={"broker": component(authType=kind)}) == [
        f"spec.dapr.components.broker.metadata.{field}: required with authType: {kind}" for field in missing
    ]


def test_no_login_needs_nothing() -> None:
    assert reported({}, components={"broker": component(authType="none")}) == []
