from function.base.manifest import Json, Manifest, at, items_at, text_at
from tools.bench.stored import composed, composite, live

CONDITIONS: Json = [{"type": "Ready", "status": "True", "reason": "Available"}]
POD: Json = {"containers": [{"name": "main"}]}
DEPLOYMENT: Manifest = {
    "apiVersion": "apps/v1",
    "kind": "Deployment",
    "metadata": {"name": "orders"},
    "spec": {"replicas": 3, "template": {"spec": POD}},
}
OBJECT: Manifest = {
    "apiVersion": "kubernetes.crossplane.io/v1alpha2",
    "kind": "Object",
    "metadata": {"annotations": {"key": "deployment"}},
    "spec": {"forProvider": {"manifest": DEPLOYMENT}},
    "status": {"atProvider": {"manifest": DEPLOYMENT}, "conditions": CONDITIONS},
}


def test_defaults_are_added_and_what_was_set_is_kept() -> None:
    found = live(DEPLOYMENT)
    assert at(found, "spec", "replicas") == 3
    assert at(found, "spec", "strategy", "type") == "RollingUpdate"
    (container,) = items_at(found, "spec", "template", "spec", "containers")
    assert container == {
        "name": "main",
        "terminationMessagePath": "/dev/termination-log",
        "terminationMessagePolicy": "File",
    }


def test_a_kind_without_defaults_gets_none() -> None:
    account: Manifest = {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "orders"}}
    assert live(account).keys() == account.keys()


def test_conditions_say_since_when_they_hold() -> None:
    (found,) = items_at(composite({"apiVersion": "v1", "status": {"conditions": CONDITIONS}}), "status", "conditions")
    assert text_at(found, "lastTransitionTime")
    assert at(found, "reason") == "Available"


def test_a_status_without_conditions_gets_none() -> None:
    stored = composite({"apiVersion": "v1", "metadata": {"name": "a"}, "status": {"phase": "Ready"}})
    assert stored["status"] == {"phase": "Ready"}


def test_an_object_is_owned_and_shows_the_stored_object() -> None:
    found = composed(OBJECT, "orders-x7k2p")
    assert text_at(found, "metadata", "name").startswith("orders-x7k2p-")
    assert at(found, "metadata", "annotations") == {"key": "deployment"}
    assert at(found, "metadata", "labels", "crossplane.io/composite") == "orders-x7k2p"
    assert at(found, "spec", "deletionPolicy") == "Delete"
    assert at(found, "status", "atProvider", "manifest") == live(DEPLOYMENT)


def test_what_is_given_is_not_changed() -> None:
    before = repr(OBJECT)
    composed(OBJECT, "orders")
    assert repr(OBJECT) == before
