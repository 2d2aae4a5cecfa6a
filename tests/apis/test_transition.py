from function.apis.transition import Transition, composed, direct
from function.base.identity import Identity
from function.base.manifest import Manifest, at
from function.delivery.mark import MARK
from function.delivery.resource import Resource
from function.platform.config import PlatformConfig

IDENTITY = Identity(scope="claims", name="orders", namespace="shop")


def resource(key: str) -> Resource:
    manifest: Manifest = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": key, "namespace": "shop"}}
    return Resource(key, manifest)


def test_what_needs_one_call_is_composed_as_it_is() -> None:
    resources = [resource("a"), resource("b")]
    assert direct(resources, {"a": {"kind": "Object"}}) == Transition(resources=resources)


def test_everything_is_composed_with_its_mark_in_order() -> None:
    transition = Transition(resources=[resource("b"), resource("a")], held=frozenset("a"), temporary=(resource("c"),))
    made = composed(transition, IDENTITY, PlatformConfig())
    assert list(made) == ["b", "a", "c"]
    assert all(at(manifest, "metadata", "annotations", MARK) for manifest in made.values())
    assert at(made["c"], "spec", "forProvider", "manifest", "metadata", "name") == "c"
