"""Steps that several scenarios share."""

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
READY_SECONDS = 150  # the provider polls an unready Object every 30 seconds
GONE_SECONDS = 120  # an Object remains until its target is gone, and is polled at the same interval


def example(name: str, namespace: str) -> dict[str, Any]:
    """Return the claim of an example of EventDrivenService, in another namespace."""
    document: dict[str, Any] = yaml.safe_load((EXAMPLES / "eventdrivenservice" / name / "claim.yaml").read_text())
    document["metadata"]["namespace"] = namespace
    return document


def objects(kubectl: Kubectl, scope: Scope, namespace: str) -> list[dict[str, Any]]:
    """Return the Objects of all claims or composites in a namespace."""
    items: list[dict[str, Any]] = kubectl.get(*_objects_in(scope, namespace))["items"]
    return items


def _objects_in(scope: Scope, namespace: str) -> tuple[str, ...]:
    """Return how kubectl selects the Objects of all claims or composites in a namespace."""
    if scope == "claims":
        return "objects.kubernetes.crossplane.io", f"--selector=crossplane.io/claim-namespace={namespace}"
    # kubectl waits for all objects of a namespace only with a selector
    return "objects.kubernetes.m.crossplane.io", f"--namespace={namespace}", "--selector=crossplane.io/composite"


@contextmanager
def new_namespace(kubectl: Kubectl, scope: Scope) -> Iterator[str]:
    """Yield a new namespace, and delete it with everything in it."""
    name = unused_name()
    kubectl("create", "namespace", name)
    try:
        yield name
    finally:
        delete_namespace(kubectl, scope, name)


def delete_namespace(kubectl: Kubectl, scope: Scope, name: str, seconds: int = GONE_SECONDS) -> None:
    """Delete a namespace with everything in it, and wait until nothing is left of it."""
    empty(kubectl, scope, name, seconds)
    kubectl("delete", "namespace", name, f"--timeout={seconds}s", seconds=seconds + 10)


def unused_name() -> str:
    """Return a name for a namespace."""
    return f"e2e-{uuid.uuid4().hex[:8]}"


def empty(kubectl: Kubectl, scope: Scope, namespace: str, seconds: int = GONE_SECONDS) -> None:
    """Delete the services and bindings of a namespace, and wait until their Objects are gone."""
    everything = (f"{SERVICE},{BINDING}", "--all", f"--namespace={namespace}")
    kubectl("delete", *everything, f"--timeout={seconds}s", seconds=seconds + 10)
    gone = ("wait", "--for=delete", f"--timeout={seconds}s", *_objects_in(scope, namespace))
    kubectl(*gone, seconds=seconds + 10)
    # kubectl does not wait for an Object that was recreated while its composite was being deleted
    until(lambda: not objects(kubectl, scope, namespace), seconds, f"the Objects of {namespace} to be deleted")
