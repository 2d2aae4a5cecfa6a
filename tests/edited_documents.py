"""ConfigMaps that no binding writes: by whoever may edit those of a namespace."""

import json
from typing import Any

from function.base.manifest import Json, Manifest
from tests.bound import CUSTOMERS, KAFKA, KINESIS, STREAMS, TRIGGER, document

LONG = "x" * 900_000
REFERENCE: Manifest = {"name": "kafka", "key": "password"}


def orders(**fields: Json) -> Manifest:
    return document({**STREAMS, "orders": {**KAFKA, **fields}})


def uri(value: Json) -> Manifest:
    return document(lookups={"customers": {**CUSTOMERS, "uri": value}})


def trigger(**fields: Json) -> Manifest:
    return orders(scaling={"trigger": {**TRIGGER, **fields}})


def metadata(**fields: Json) -> Manifest:
    own: Any = TRIGGER["metadata"]
    return trigger(metadata={**own, **fields})


def login(**fields: Json) -> Manifest:
    return orders(scaling={"trigger": TRIGGER, "authentication": fields})


def target(**fields: Json) -> Json:
    return [{"parameter": "password", **REFERENCE, **fields}]


def nested(levels: int) -> Json:
    value: Json = 1
    for _ in range(levels):
        value = {"a": value}
    return value


def texts(streams: str) -> Manifest:
    found = document()
    return {**found, "data": {**found["data"], "streams.yaml": streams}}  # type: ignore[dict-item]  # a mapping


REJECTED: dict[str, Manifest] = {
    "an entry that is a list": document({"orders": [KAFKA]}),
    "an entry that is null": document({"orders": None}),
    "a value nested as deep as JSON can be": orders(brokers=nested(900)),
    "a trigger nested as deep as JSON can be": trigger(metadata=nested(900)),
    "a reference nested as deep as JSON can be": uri({"secretKeyRef": nested(900)}),
    "a byte order mark": texts("\ufeff{}"),
    "names of a terminal's commands": document({"a\x1b[2J": {}, "\u202eorders": {}, "\ud800": {}}),
    "twenty thousand names": document({f"stream_{number}": {} for number in range(20_000)}),
    "a type of a megabyte": orders(type=LONG, scaling=None),
    "a type with a credential": orders(type="password=CANARY", scaling=None),
    "a field with a credential": uri({"password=CANARY": 1}),
    "fields with long names": uri({f"{number:04}" * 60: 1 for number in range(3000)}),
    "a variable of a megabyte": uri({"env": LONG}),
    "a variable with a terminal's commands": uri({"env": "\x1b[31m\n::error::a"}),
    "a reference with more than name and key": uri({"secretKeyRef": {**REFERENCE, "optional": True}}),
    "a reference to another folder": uri({"secretKeyRef": {"name": "../kafka", "key": "password"}}),
    "a reference that is false": uri({"secretKeyRef": False}),
    "a text with a zero": uri("a\0b"),
    "half a character": uri("\ud800"),
    "a list of 200,000": uri(["a"] * 200_000),
    "a number that is none": uri(float("nan")),
    "a private key": uri("-----BEGIN PRIVATE KEY-----CANARY"),
    "brokers at a metadata service": metadata(bootstrapServers="broker:9092,169.254.169.254:80"),
    "brokers at a number": metadata(bootstrapServers="2852039166:80"),
    "brokers with a credential": metadata(bootstrapServers="user:CANARY@broker:9092"),
    "a topic with a line break": metadata(topic="orders\n"),
    "a topic from a variable": metadata(topic="$(NATS_URL)"),
    "a group from a variable": metadata(consumerGroupFromEnv="NATS_URL"),
    "no check of certificates": metadata(unsafeSsl="true"),
    "thresholds of its own": metadata(lagThreshold="1"),
    "twenty thousand settings": metadata(**{f"setting_{number}": 1 for number in range(20_000)}),
    "a TriggerAuthentication of the cluster": trigger(
        authenticationRef={"name": "a", "kind": "ClusterTriggerAuthentication"}
    ),
    "another kind of metric": trigger(metricType="Value"),
    "a file of KEDA": login(filePath="/etc/passwd"),
    "a ConfigMap as login": login(configMapTargetRef=target()),
    "a variable of another container": login(env=[{"parameter": "password", "name": "BROKERS", "containerName": "a"}]),
    "a variable that the service does not have": login(env=[{"parameter": "password", "name": "NATS_URL"}]),
    "a thousand references": login(secretTargetRef=[{"parameter": "password", **REFERENCE}] * 1000),
    "another parameter": login(secretTargetRef=target(parameter="token")),
    "a role that is not allowed": login(
        podIdentity={"provider": "aws", "roleArn": "arn:aws:iam::123456789012:role/admin"}
    ),
    "another identity": login(podIdentity={"provider": "azure-workload"}),
}
"""Each is rejected. CANARY is in no message."""

ACCEPTED: dict[str, Manifest] = {
    "repeated keys": texts('{"orders": {}, "orders": ' + json.dumps(KAFKA) + "}"),
    "a number of 4000 digits": uri(10**4000),
    "a text that refers to variables": uri("$(PATH) $$"),
    "the trigger of another type": orders(scaling=KINESIS["scaling"]),
    "the same parameter twice": login(secretTargetRef=[{"parameter": "password", **REFERENCE}] * 2),
    "a reference beside other fields": uri({"secretKeyRef": REFERENCE, "more": LONG}),
}
"""Each is read as far as the claim names it."""
