"""A service whose pods get the sidecar of a binding, as in the example: the binding changes, breaks, and goes."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from tests.e2e.bound import Bound
from tests.e2e.cluster import BINDING, READY_SECONDS, Scope, example, new_namespace
from tests.e2e.settings import composed_by, composition
from tools.playground.kubectl import Kubectl
from tools.playground.product import EXAMPLES
from tools.playground.waiting import until

FOLDER = EXAMPLES / "eventdrivenservice" / "dapr-sidecar"
NAME = "e2e-sidecar"
LIMIT = "dapr.io/sidecar-memory-limit"


def read(name: str) -> dict[str, Any]:
    document: dict[str, Any] = yaml.safe_load((FOLDER / name).read_text())
    return document


def binding(namespace: str, **sidecar: Any) -> dict[str, Any]:
    """Return the binding of the example with other values for its sidecars."""
    document = read("binding.yaml")
    document["metadata"]["namespace"] = namespace
    document["spec"]["dapr"]["sidecar"] |= sidecar
    return document


@pytest.fixture(scope="module")
def bound(kubectl: Kubectl, scope: Scope) -> Iterator[Bound]:
    """Return the service of the example, on a platform that allows the annotations."""
    settings = read("platform.yaml")["spec"]
    with composition(kubectl, "eventdrivenservice", NAME, settings), new_namespace(kubectl, scope) as namespace:
        claim = example("dapr-sidecar", namespace)
        kubectl.apply(binding(namespace), composed_by(claim, NAME, scope))
        yield Bound(kubectl, namespace, claim["metadata"]["name"])


def test_the_pods_have_the_annotations_of_the_example(bound: Bound) -> None:
    documents = list(yaml.safe_load_all((FOLDER / "expected.yaml").read_text()))
    (deployment,) = [document for document in documents if document["kind"] == "Deployment"]
    until(lambda: len(bound.generations) == 2, READY_SECONDS, "Deployment and ScaledObject")
    assert bound.annotations == deployment["spec"]["template"]["metadata"]["annotations"]


def test_a_change_of_the_binding_reaches_the_pods(kubectl: Kubectl, bound: Bound) -> None:
    kubectl.apply(binding(bound.namespace, limits={"cpu": "500m", "memory": "300Mi"}))
    until(lambda: bound.annotations.get(LIMIT) == "300Mi", READY_SECONDS, "the new limit")


def test_a_binding_without_sidecars_changes_nothing_and_is_said(kubectl: Kubectl, bound: Bound) -> None:
    before = bound.generations, bound.annotations
    removed = json.dumps([{"op": "remove", "path": "/spec/dapr"}])
    kubectl("patch", f"{BINDING}/learnflow", f"--namespace={bound.namespace}", "--type=json", f"--patch={removed}")
    until(lambda: bound.reason("Validated") == "BindingInvalid", READY_SECONDS, "BindingInvalid")
    assert (bound.generations, bound.annotations) == before


def test_a_deleted_binding_changes_nothing_and_is_said(kubectl: Kubectl, bound: Bound) -> None:
    before = bound.generations, bound.annotations
    kubectl("delete", f"{BINDING}/learnflow", f"--namespace={bound.namespace}", f"--timeout={READY_SECONDS}s")
    until(lambda: bound.reason("Validated") == "BindingNotFound", READY_SECONDS, "BindingNotFound")
    assert (bound.generations, bound.annotations) == before


def test_the_binding_puts_it_right(kubectl: Kubectl, bound: Bound) -> None:
    kubectl.apply(binding(bound.namespace))
    until(lambda: bound.annotations.get(LIMIT) == "200Mi", READY_SECONDS, "the limit of the example")
    until(lambda: bound.reason("Validated") == "Valid", READY_SECONDS, "Valid")
