from typing import Any

import pytest

from function.base.manifest import Json, Manifest
from function.base.outcome import Outcome
from tests.bound import KAFKA, KINESIS, LOGIN, STREAMS, TRIGGER, document, rendered, service
from tests.documents import platform
from tests.support import look

MANIFEST = "spec.forProvider.manifest.spec"
ROLE = "arn:aws:iam::123456789012:role/keda"


def scaled(stream: str, *, streams: Json = STREAMS, settings: Manifest | None = None, **fields: Json) -> Outcome:
    ref: Manifest = {"stream": stream, **fields.pop("trigger", {})}  # type: ignore[dict-item]  # our own fields
    return rendered(service(trigger=ref, **fields), document(streams=streams), platform=settings)


def triggers(answer: Outcome) -> Json:
    assert answer.fatal is None, answer.fatal
    return look(answer.resources["scaledobject"].manifest, f"{MANIFEST}.triggers")


def authentication(answer: Outcome) -> Json:
    made = answer.resources.get("triggerauthentication")
    return look(made.manifest, MANIFEST) if made else None


def kafka(**metadata: Json) -> Manifest:
    own = TRIGGER["metadata"]
    assert isinstance(own, dict)
    return {"orders": {**KAFKA, "scaling": {"trigger": {**TRIGGER, "metadata": {**own, **metadata}}}}}


def test_a_kafka_stream_is_scaled_by_its_lag() -> None:
    answer = scaled("orders")
    assert triggers(answer) == [
        {
            "type": "kafka",
            "metadata": {
                "bootstrapServers": "broker:9092",
                "topic": "orders.v1",
                "consumerGroup": "orders",
                "lagThreshold": "5",
            },
            "authenticationRef": {"name": "orders-scaler"},
        }
    ]
    assert authentication(answer) == LOGIN


def test_thresholds_are_those_of_the_claim() -> None:
    answer = scaled("orders", streams=kafka(), scaling={"lagThreshold": 100, "activationLagThreshold": 7})
    metadata = look({"t": triggers(answer)}, "t.0.metadata")
    assert isinstance(metadata, dict)
    assert (metadata["lagThreshold"], metadata["activationLagThreshold"]) == ("100", "7")


def test_the_default_threshold_is_that_of_the_platform() -> None:
    answer = scaled("orders", settings=platform(scaling={"defaults": {"lagThreshold": 50}}))
    assert look({"t": triggers(answer)}, "t.0.metadata.lagThreshold") == "50"


def test_a_stream_without_login_needs_no_authentication() -> None:
    answer = scaled("orders", streams=kafka())
    assert authentication(answer) is None
    assert "authenticationRef" not in str(triggers(answer))


def test_a_kinesis_stream_is_scaled_by_its_shards() -> None:
    answer = scaled("alerts", trigger={"shardCount": 4})
    assert triggers(answer) == [
        {
            "type": "aws-kinesis-stream",
            "metadata": {"streamName": "alerts", "awsRegion": "us-east-1", "shardCount": "4"},
            "authenticationRef": {"name": "orders-scaler"},
        }
    ]
    assert authentication(answer) == {"podIdentity": {"provider": "aws"}}
    assert "shardCount" not in str(triggers(scaled("alerts")))


def test_other_triggers_follow() -> None:
    answer = scaled("orders", scaling={"triggers": [{"type": "cpu", "utilization": 80}]})
    assert [look({"t": triggers(answer)}, f"t.{position}.type") for position in range(2)] == ["kafka", "cpu"]


def test_without_scaling_there_is_neither() -> None:
    made = scaled("orders", scaling={"enabled": False}).resources
    assert not {"scaledobject", "triggerauthentication"} & made.keys()


def test_a_stream_without_a_trigger_is_refused() -> None:
    assert scaled("settlements").fatal == (
        "spec.bindingRef.trigger.stream: stream 'settlements' of type 'pulsar' has no trigger in the document of the "
        "binding. Hint: a Kafka stream needs consumer.group_id, and properties that KEDA can log in with; for other "
        "streams, use spec.scaling.triggers"
    )


@pytest.mark.parametrize("kind", ["x" * 900_000, "password=hunter2", "\x1b[31m"])
def test_the_type_of_an_edited_stream_is_shown_in_part(kind: str) -> None:
    (problem,) = scaled("orders", streams={"orders": {"type": kind}}).problems
    assert len(problem.message) < 300
    assert "hunter2" not in problem.message
    assert "\x1b" not in str(problem)


def test_an_unknown_stream_is_refused() -> None:
    assert str(scaled("nowhere").fatal).startswith(
        "spec.bindingRef.trigger.stream: must be one of [alerts, orders, settlements], the streams of binding "
    )


@pytest.mark.parametrize(
    ("stream", "fields", "text"),
    [
        (
            "orders",
            {"trigger": {"shardCount": 3}},
            (
                "spec.bindingRef.trigger.shardCount: a Kafka stream has no shards; got 3. "
                "Hint: remove it, or use spec.scaling.lagThreshold"
            ),
        ),
        (
            "alerts",
            {"scaling": {"lagThreshold": 3}},
            (
                "spec.scaling.lagThreshold: a Kinesis stream has no lag; got 3. "
                "Hint: remove it, or use spec.bindingRef.trigger.shardCount"
            ),
        ),
        (
            "alerts",
            {"scaling": {"activationLagThreshold": 1}},
            (
                "spec.scaling.activationLagThreshold: a Kinesis stream has no lag; got 1. "
                "Hint: remove it, or use spec.bindingRef.trigger.shardCount"
            ),
        ),
    ],
)
def test_a_threshold_of_another_type_is_refused(stream: str, fields: dict[str, Any], text: str) -> None:
    assert scaled(stream, **fields).fatal == text


@pytest.mark.parametrize(
    ("scaling", "where"),
    [
        ({"trigger": {"type": "kafka"}}, "streams.orders.scaling.trigger.metadata: required field missing"),
        (kafka(topic=1)["orders"]["scaling"], "streams.orders.scaling.trigger.metadata.topic: "),  # type: ignore[index, call-overload]  # our own entry
        (kafka(tls="on")["orders"]["scaling"], "streams.orders.scaling.trigger.metadata.tls: "),  # type: ignore[index, call-overload]  # our own entry
        (
            kafka(bootstrapServers="169.254.169.254:80")["orders"]["scaling"],  # type: ignore[index, call-overload]  # our own entry
            "streams.orders.scaling.trigger.metadata.bootstrapServers: ",
        ),
        ({"trigger": TRIGGER, "authentication": 1}, "streams.orders.scaling.authentication: "),
    ],
)
def test_an_edited_trigger_is_refused(scaling: Json, where: str) -> None:
    text = str(scaled("orders", streams={"orders": {**KAFKA, "scaling": scaling}}).fatal)
    assert text.startswith(f"spec.bindingRef.name: ConfigMap 'payments-binding' is not valid at {where}")


@pytest.mark.parametrize("kind", ["prometheus", "external", "metrics-api", "cron", 1, None, {}])
def test_a_trigger_of_another_type_is_refused(kind: Json) -> None:
    scaling: Json = {"trigger": {"type": kind, "metadata": {"serverAddress": "http://10.0.0.1"}}}
    answer = scaled("orders", streams={"orders": {**KAFKA, "scaling": scaling}})
    assert str(answer.fatal).startswith(
        "spec.bindingRef.trigger.stream: stream 'orders' of type 'kafka' has no trigger"
    )


def test_the_platform_decides_which_types_of_triggers_there_are() -> None:
    settings = platform(policy={"triggers": ["cpu"]})
    assert scaled("orders", settings=settings).fatal == (
        "spec.bindingRef.trigger: a trigger of type kafka; not allowed by PlatformConfig.spec.policy.triggers"
    )
    assert scaled("orders", settings=platform(policy={"triggers": ["kafka"]})).fatal is None


def test_the_platform_decides_which_roles_keda_assumes() -> None:
    identity: Json = {"podIdentity": {"provider": "aws", "roleArn": ROLE}}
    own = KINESIS["scaling"]
    assert isinstance(own, dict)
    streams: Json = {"alerts": {**KINESIS, "scaling": {**own, "authentication": identity}}}
    assert scaled("alerts", streams=streams).fatal == (
        f"spec.bindingRef.trigger.stream: KEDA would assume the role {ROLE}; "
        "not allowed by PlatformConfig.spec.policy.aws.roles"
    )
    for settings in (platform(policy={"aws": {"roles": [ROLE]}}), platform(aws={"role": ROLE})):
        assert authentication(scaled("alerts", streams=streams, settings=settings)) == identity
