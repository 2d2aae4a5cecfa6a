"""Where each object hangs in the tree."""

from function.base.manifest import Json, Manifest, mapping_at
from function.trace.node import Node
from function.trace.tree import tree
from tests.status.scene import SCALING
from tests.status.states import STATES
from tests.trace.exports import export, family


def paths(node: Node, above: str = "") -> list[str]:
    here = f"{above}/{node.kind}"
    return [here, *(path for child in node.children for path in paths(child, here))]


def drawn(documents: list[Manifest]) -> Node:
    return tree(family(documents, "orders"))


def test_a_claim_leads_over_its_composite_and_objects_to_pods() -> None:
    found = paths(drawn(export(STATES["secret-not-found"])))
    assert "/EventDrivenService/XEventDrivenService/Object/Deployment/Pod" in found
    assert "/EventDrivenService/XEventDrivenService/Object/ScaledObject" in found


def test_a_namespaced_composite_leads_to_the_objects_themselves() -> None:
    found = paths(drawn(export(STATES["direct-healthy"])))
    assert "/EventDrivenService/Deployment" in found


def test_the_autoscaler_is_below_its_scaled_object() -> None:
    hpa: Manifest = {
        "apiVersion": "autoscaling/v2",
        "kind": "HorizontalPodAutoscaler",
        "metadata": {"name": "keda-hpa-orders-scaler", "namespace": "shop"},
    }
    documents = [*export(STATES["direct-healthy"]), hpa]
    assert SCALING["status"]
    assert "/EventDrivenService/ScaledObject/HorizontalPodAutoscaler" in paths(drawn(documents))


def test_an_object_that_was_never_created_is_shown_as_such() -> None:
    (node,) = [node for node in drawn(export(STATES["recorded-kind-missing"])).all if node.kind == "ScaledObject"]
    assert node.state.text == "not created"


def test_what_may_not_be_read_is_known_from_the_status() -> None:
    (claim, *_) = export(STATES["secret-not-found"])
    found = drawn([claim])
    assert [node.kind for node in found.children] == ["XEventDrivenService"]
    listed = {node.kind: node.state.text for node in found.children[0].children}
    assert listed["Service"] == "ready"
    assert listed["Deployment"] != "ready"
    assert found.children[0].state.health == "unknown"


def test_what_crossplane_lists_but_is_not_known_is_shown() -> None:
    (composite, *_) = export(STATES["direct-healthy"])
    refs: Json = [{"apiVersion": "v1", "kind": "Queue", "name": "orders"}]
    spec: Manifest = {"crossplane": {"resourceRefs": refs}}
    silent = {**composite, "spec": spec, "status": {}}
    assert [(node.kind, node.state.text) for node in drawn([silent]).children] == [("Queue", "not known")]


def test_a_stateful_set_leads_to_its_pods() -> None:
    documents = [
        {**document, "kind": "StatefulSet"} if document["kind"] == "Deployment" else document
        for document in export(STATES["direct-healthy"])
    ]
    (found,) = [document for document in documents if document["kind"] == "StatefulSet"]
    labels = mapping_at(found, "spec", "selector", "matchLabels")
    metadata: Manifest = {"name": "orders-0", "namespace": "shop", "labels": labels}
    other: Manifest = {**metadata, "name": "other-0", "labels": {}}
    pods: list[Manifest] = [{"apiVersion": "v1", "kind": "Pod", "metadata": meta} for meta in (metadata, other)]
    shown = [path for path in paths(drawn([*documents, *pods])) if path.endswith("/Pod")]
    assert shown == ["/EventDrivenService/StatefulSet/Pod"]
