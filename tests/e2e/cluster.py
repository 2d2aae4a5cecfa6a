"""What is asked of the cluster in several scenarios."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

import yaml

from tools.playground.kubectl import Kubectl
from tools.playground.product import EXAMPLES
from tools.playground.waiting import until

Scope = Literal["claims", "namespaced"]

GROUP = "platform.bizmatters.io"
SERVICE = f"eventdrivenservice.{GROUP}"
BINDING = f"infrabinding.{GROUP}"
READY_SECONDS = 150  # the provider looks at an unready Object every 30 seconds
GONE_SECONDS = 120  # an Object stays until its target is gone, and is looked at as seldom


def example(name: str, namespace: str) -> dict[str, Any]:
    """Return the claim of an example of EventDrivenService, in another namespace."""
    document: dict[str, Any] = yaml.safe_load((EXAMPLES / "eventdrivenservice" / name / "claim.yaml").read_text())
    document["metadata"]["namespace"] = namespace
    return document


def objects(kubectl: Kubectl, scope: Scope, namespace: str) -> list[dict[str, Any]]:
    """Return the Objects that stand for what claims or composites of a namespace made."""
    if scope == "claims":
        label = f"--selector=crossplane.io/claim-namespace={namespace}"
        found = kubectl.get("objects.kubernetes.crossplane.io", label)
    else:
        found = kubectl.get("objects.kubernetes.m.crossplane.io", f"--namespace={namespace}")
    items: list[dict[str, Any]] = found["items"]
    return items


@contextmanager
def new_namespace(kubectl: Kubectl, scope: Scope) -> Iterator[str]:
    """Yield a new namespace; afterwards nothing is left of it."""
    name = f"e2e-{uuid.uuid4().hex[:8]}"
    kubectl("create", "namespace", name)
    try:
        yield name
    finally:
        empty(kubectl, scope, name)
        kubectl("delete", "namespace", name, "--timeout=60s")


def empty(kubectl: Kubectl, scope: Scope, namespace: str, seconds: int = GONE_SECONDS) -> None:
    """Delete the services and bindings of a namespace, and wait until their Objects are gone."""
    everything = (f"{SERVICE},{BINDING}", "--all", f"--namespace={namespace}")
    kubectl("delete", *everything, f"--timeout={seconds}s", seconds=seconds + 10)
    until(lambda: not objects(kubectl, scope, namespace), seconds, f"the Objects of {namespace} to go")
