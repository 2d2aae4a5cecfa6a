from dataclasses import replace

from function.apis.transition import Transition, composed, unless_taken
from function.base.identity import Identity
from function.base.manifest import Manifest, at
from function.delivery.mark import MARK
from function.delivery.owner import owned
from function.delivery.resource import Resource
from function.platform.config import PlatformConfig

IDENTITY = Identity(scope="claims", name="orders", namespace="shop")


def resource(key: str) -> Resource:
    manifest: Manifest = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": key, "namespace": "shop"}}
    return Resource(key, manifest)


def test_what_others_can_reach_is_created_only_until_its_owner_is_seen() -> None:
    shared, alone = replace(resource("a"), owner="shop/orders"), resource("b")
    ours = owned(shared)
    assert unless_taken([shared, alone], {}) == Transition(resources=[replace(ours, create_only=True), alone])
    assert unless_taken([shared, alone], {"a": dict(ours.manifest)}) == Transition(resources=[ours, alone])


def test_everything_is_composed_with_its_mark_in_order() -> None:
    transition = Transition(resources=[resource("b"), resource("a")], held=frozenset("a"), temporary=(resource("c"),))
    made = composed(transition, IDENTITY, PlatformConfig())
    assert list(made) == ["b", "a", "c"]
    assert all(at(manifest, "metadata", "annotations", MARK) for manifest in made.values())
    assert at(made["c"], "spec", "forProvider", "manifest", "metadata", "name") == "c"
