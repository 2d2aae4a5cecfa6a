"""A service that takes its variables and its trigger from a binding, and the ConfigMap with the binding's document."""

import json
from collections.abc import Mapping, Sequence

from function.base.manifest import Json, Manifest, mapping_at
from function.base.outcome import Outcome
from function.base.request import Request
from function.render import render
from tests.documents import xr

REQUIREMENT = "binding/payments"
TRIGGER: Manifest = {
    "type": "kafka",
    "metadata": {"bootstrapServers": "broker:9092", "topic": "orders.v1", "consumerGroup": "orders"},
}
LOGIN: Manifest = {"secretTargetRef": [{"parameter": "password", "name": "kafka", "key": "password"}]}
KAFKA: Manifest = {
    "type": "kafka",
    "brokers": "broker:9092",
    "topic": "orders.v1",
    "partitions": 12,
    "properties": {"sasl.password": {"secretKeyRef": {"name": "kafka", "key": "password"}}},
    "scaling": {"trigger": TRIGGER, "authentication": LOGIN},
}
KINESIS: Manifest = {
    "type": "kinesis",
    "stream": "alerts",
    "region": "us-east-1",
    "scaling": {
        "trigger": {"type": "aws-kinesis-stream", "metadata": {"streamName": "alerts", "awsRegion": "us-east-1"}},
        "authentication": {"podIdentity": {"provider": "aws"}},
    },
}
PULSAR: Manifest = {"type": "pulsar", "topic": "persistent://a/b/c"}
CUSTOMERS: Manifest = {
    "type": "mongodb",
    "uri": {"secretKeyRef": {"name": "databases", "key": "uri"}},
    "auth": {"password": {"env": "CUSTOMERS_PASSWORD"}},
    "cache": {"enabled": True, "ttl": "5m"},
    "hosts": ["a:1", "b:2"],
}
STREAMS: Manifest = {"alerts": KINESIS, "orders": KAFKA, "settlements": PULSAR}
LOOKUPS: Manifest = {"customers": CUSTOMERS}


def variable(name: str = "BROKERS", **fields: Json) -> Manifest:
    return {"name": name, **(fields or {"stream": "orders", "field": "brokers"})}


def service(*variables: Json, trigger: Json = None, sidecar: Json = None, **fields: Json) -> Manifest:
    """Return a spec with a reference to the binding; without a trigger, it consumes from NATS."""
    ref: Manifest = {"name": "payments", "env": list(variables)}
    asked: Manifest = {"sidecar": sidecar} if sidecar is not None else {}
    source: Manifest = {} if trigger is not None else {"nats": {"stream": "ORDERS", "consumer": "orders-worker"}}
    return {
        "image": "ghcr.io/example/orders:1.2.3",
        **source,
        "bindingRef": {**ref, **({"trigger": trigger} if trigger is not None else {}), **asked},
        **fields,
    }


def document(streams: Json = STREAMS, lookups: Json = LOOKUPS, **metadata: Json) -> Manifest:
    """Return the ConfigMap as the binding writes it."""
    labels: Manifest = {
        "app.kubernetes.io/name": "payments",
        "app.kubernetes.io/component": "infra-binding",
        "app.kubernetes.io/managed-by": "crossplane",
    }
    return {
        "apiVersion": "v1",
        "kind": "ConfigMap",
        "metadata": {"name": "payments-binding", "namespace": "shop", "labels": labels, **metadata},
        "data": {"streams.yaml": json.dumps(streams), "lookups.yaml": json.dumps(lookups)},
    }


def rendered(
    spec: Mapping[str, Json],
    *found: Manifest,
    observed: Mapping[str, Mapping[str, Json]] | None = None,
    platform: Manifest | None = None,
) -> Outcome:
    """Return the answer once Crossplane has fetched the document, which does not exist unless it is `found`."""
    names = ("deployment", "service", "serviceaccount")
    answers: dict[str, Sequence[Mapping[str, Json]]] = {f"existing/{name}": [] for name in names}
    required = {**answers, REQUIREMENT: list(found)}
    return render(Request(xr=xr(spec), observed=observed or {}, required=required, platform=platform or {}))


def labelled(**different: str) -> Manifest:
    labels: Json = {**mapping_at(document(), "metadata", "labels"), **different}
    return document(labels=labels)


def owned(kind: str, name: str, api: str = "platform.bizmatters.io/v1alpha1") -> Manifest:
    return document(ownerReferences=[{"apiVersion": api, "kind": kind, "name": name, "controller": True}])


BROKEN: dict[str, tuple[Manifest, str]] = {
    "no labels": (
        document(labels=None),
        (
            "does not belong to the binding, because it does not have the labels "
            "app.kubernetes.io/component=infra-binding, app.kubernetes.io/managed-by=crossplane, "
            "app.kubernetes.io/name=payments"
        ),
    ),
    "labels of another binding": (
        labelled(**{"app.kubernetes.io/name": "other"}),
        "does not belong to the binding, because it does not have the labels app.kubernetes.io/name=payments",
    ),
    "labels of a service": (
        labelled(**{"app.kubernetes.io/component": "event-driven-worker"}),
        "does not belong to the binding, because it does not have the labels app.kubernetes.io/component=infra-binding",
    ),
    "another owner": (
        owned("Deployment", "payments"),
        "does not belong to the binding, because another object controls it",
    ),
    "an owner of another API": (
        owned("InfraBinding", "payments", "example.org/v1alpha1"),
        "does not belong to the binding, because another object controls it",
    ),
    "another binding as owner": (
        owned("InfraBinding", "other"),
        "does not belong to the binding, because another object controls it",
    ),
    "not JSON": ({**document(), "data": {"streams.yaml": "{"}}, "does not contain valid JSON in streams.yaml"),
    "YAML": ({**document(), "data": {"streams.yaml": "orders: {}"}}, "does not contain valid JSON in streams.yaml"),
    "nested too deep": (
        {**document(), "data": {"streams.yaml": "[" * 100_000}},
        "does not contain valid JSON in streams.yaml",
    ),
    "a long number": (
        {**document(), "data": {"streams.yaml": "9" * 5000}},
        "does not contain valid JSON in streams.yaml",
    ),
    "a list": ({**document(), "data": {"streams.yaml": "[]"}}, "does not contain an object in streams.yaml"),
    "a number for a text": ({**document(), "data": {"streams.yaml": 1}}, "does not contain an object in streams.yaml"),
    "lookups of no kind": (
        {**document(), "data": {"streams.yaml": json.dumps(STREAMS), "lookups.yaml": '"text"'}},
        "does not contain an object in lookups.yaml",
    ),
}


def with_binding(required: Mapping[str, Sequence[Manifest]]) -> Mapping[str, Sequence[Manifest]] | None:
    """Return the document of a binding, as if everything else had been looked for; None without one."""
    found = {name: answer for name, answer in required.items() if name.startswith("binding/")}
    absent = [f"existing/{key}" for key in ("serviceaccount", "deployment", "service")]
    return {**dict.fromkeys(absent, ()), **found} if found else None
