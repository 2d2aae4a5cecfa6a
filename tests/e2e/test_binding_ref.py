"""A service whose variables and trigger come from a binding: the binding comes late, changes, breaks, and goes."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.e2e.bound import Bound
from tests.e2e.cluster import BINDING, GROUP, READY_SECONDS, Scope, new_namespace
from tools.playground.kubectl import Kubectl
from tools.playground.product import EXAMPLES
from tools.playground.waiting import until

REACHED_SECONDS = 60
"""Seconds are expected; a busy machine takes longer."""
NAME = "billing"
REF = {
    "name": "payments",
    "env": [
        {"name": "BROKERS", "stream": "orders", "field": "brokers"},
        {"name": "URI", "lookup": "customers", "field": "uri"},
    ],
    "trigger": {"stream": "orders"},
}


def binding(namespace: str, **streams: Any) -> dict[str, Any]:
    orders = {"type": "kafka", "topic": "e2e.orders", "brokers": "first:9092", "consumer": {"group_id": "billing"}}
    return {
        "apiVersion": f"{GROUP}/v1alpha1",
        "kind": "InfraBinding",
        "metadata": {"name": "payments", "namespace": namespace},
        "spec": {
            "version": "1.0",
            "environment": "test",
            "streams": {"orders": orders} | streams,
            "lookups": {
                "customers": {
                    "type": "mongodb",
                    "uri": "secret://db/uri",
                    "database": "shop",
                    "collection": "customers",
                }
            },
            "secrets": {"db": {"provider": "kubernetes", "secret_name": "databases"}},
        },
    }


def service(namespace: str) -> dict[str, Any]:
    return {
        "apiVersion": f"{GROUP}/v1alpha1",
        "kind": "EventDrivenService",
        "metadata": {"name": NAME, "namespace": namespace},
        "spec": {"image": "ghcr.io/org/billing:v1.0.0", "bindingRef": REF},
    }


@pytest.fixture(scope="module")
def bound(kubectl: Kubectl, scope: Scope) -> Iterator[Bound]:
    """Return a service that was created before its binding."""
    with new_namespace(kubectl, scope) as namespace:
        kubectl.apply(service(namespace))
        yield Bound(kubectl, namespace, NAME)


def test_a_new_service_waits_for_its_binding(bound: Bound) -> None:
    until(lambda: bound.reason("DependenciesReady") == "BindingNotFound", READY_SECONDS, "BindingNotFound")
    until(lambda: bound.live("service", NAME) is not None, READY_SECONDS, "the Service")
    assert bound.generations == []


def test_the_binding_creates_what_waited(kubectl: Kubectl, bound: Bound) -> None:
    kubectl.apply(binding(bound.namespace))
    until(lambda: len(bound.generations) == 2, READY_SECONDS, "Deployment and ScaledObject")
    assert bound.variables == {"BROKERS": "first:9092", "URI": {"secretKeyRef": {"key": "uri", "name": "databases"}}}
    scaler = bound.live("scaledobject", f"{NAME}-scaler")
    assert scaler is not None
    (trigger,) = scaler["spec"]["triggers"]
    assert (trigger["type"], trigger["metadata"]["topic"]) == ("kafka", "e2e.orders")


def test_a_change_of_the_binding_reaches_the_service(kubectl: Kubectl, bound: Bound) -> None:
    moved = {"type": "kafka", "topic": "e2e.orders", "brokers": "second:9092", "consumer": {"group_id": "billing"}}
    kubectl.apply(binding(bound.namespace, orders=moved))
    until(lambda: bound.variables.get("BROKERS") == "second:9092", READY_SECONDS, "the new brokers")


def test_a_change_that_nothing_uses_changes_nothing(kubectl: Kubectl, bound: Bound) -> None:
    before = bound.generations
    moved = {"type": "kafka", "topic": "e2e.orders", "brokers": "second:9092", "consumer": {"group_id": "billing"}}
    other = {"type": "kafka", "topic": "e2e.other", "brokers": "second:9092"}
    kubectl.apply(binding(bound.namespace, orders=moved, returns=other))
    document = (bound.namespace, "payments-binding")
    until(lambda: "e2e.other" in _text(kubectl, *document), READY_SECONDS, "the new document")
    assert bound.generations == before


def _document(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text())
    return found


def _text(kubectl: Kubectl, namespace: str, name: str) -> str:
    return str(kubectl.get(f"configmap/{name}", f"--namespace={namespace}")["data"])


def test_a_binding_without_the_stream_changes_nothing_and_is_said(kubectl: Kubectl, bound: Bound) -> None:
    before = bound.generations
    renamed = json.dumps([{"op": "move", "from": "/spec/streams/orders", "path": "/spec/streams/renamed"}])
    kubectl("patch", f"{BINDING}/payments", f"--namespace={bound.namespace}", "--type=json", f"--patch={renamed}")
    until(lambda: bound.reason("Validated") == "BindingInvalid", READY_SECONDS, "BindingInvalid")
    assert bound.generations == before
    assert bound.variables["BROKERS"] == "second:9092"


def test_a_deleted_binding_changes_nothing_and_is_said(kubectl: Kubectl, bound: Bound) -> None:
    before = bound.generations
    kubectl("delete", f"{BINDING}/payments", f"--namespace={bound.namespace}", f"--timeout={READY_SECONDS}s")
    until(lambda: bound.reason("Validated") == "BindingNotFound", READY_SECONDS, "BindingNotFound")
    assert bound.generations == before


def test_the_binding_puts_it_right(kubectl: Kubectl, bound: Bound) -> None:
    kubectl.apply(binding(bound.namespace))
    until(lambda: bound.reason("Validated") == "Valid", READY_SECONDS, "Valid")
    until(lambda: bound.variables["BROKERS"] == "first:9092", REACHED_SECONDS, "the first brokers")


@pytest.mark.parametrize("folder", ["bound-lookup", "kafka-stream", "kinesis-stream"])
def test_an_example_is_accepted_with_its_binding(kubectl: Kubectl, scope: Scope, folder: str) -> None:
    """KEDA reaches neither Kafka nor Kinesis here, so this is about the objects and not about their readiness."""
    with new_namespace(kubectl, scope) as namespace:
        for name in ("binding.yaml", "claim.yaml"):
            text = (EXAMPLES / "eventdrivenservice" / folder / name).read_text()
            text = text.replace("namespace: payments", f"namespace: {namespace}")
            kubectl("create", "--validate=strict", "-f", "-", stdin=text)
        claim = _document(EXAMPLES / "eventdrivenservice" / folder / "claim.yaml")
        name = claim["metadata"]["name"]
        seen = Bound(kubectl, namespace, name)
        until(lambda: seen.live("deployment", name) is not None, READY_SECONDS, "the Deployment")
        until(lambda: seen.live("scaledobject", f"{name}-scaler") is not None, READY_SECONDS, "the ScaledObject")
        if "trigger" in claim["spec"]["bindingRef"]:
            scaler = f"{name}-scaler"
            until(lambda: seen.live("triggerauthentication", scaler) is not None, READY_SECONDS, "the authentication")
