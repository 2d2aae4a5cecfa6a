from function.apis.infra_binding.connections.references import named, of_binding, shown
from function.apis.infra_binding.resolve import prepare
from function.base.manifest import Manifest
from tests.bindings import PAYMENTS, config, model, resolved

TOPIC: Manifest = {
    "apiVersion": "kafka.strimzi.io/v1",
    "kind": "KafkaTopic",
    "metadata": {"namespace": "kafka", "name": "a"},
}


def test_an_object_has_its_namespace() -> None:
    assert named(TOPIC) == "KafkaTopic `kafka/a`"
    assert named({"kind": "Namespace", "metadata": {"name": "a"}}) == "Namespace `a`"


def test_objects_of_a_kind_are_shown_together() -> None:
    other: Manifest = {**TOPIC, "metadata": {"namespace": "kafka", "name": "b; reboot"}}
    of_core: Manifest = {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "n"}}
    assert list(shown([TOPIC, of_core, other])) == [
        "kubectl get -n kafka kafkatopic.kafka.strimzi.io a 'b; reboot'",
        "kubectl get namespace n",
    ]


def test_the_binding_has_the_name_that_the_platform_gives_it() -> None:
    assert of_binding(resolved(), "describe") == "kubectl describe -n shop infrabinding payments"
    names = {"InfraBinding": {"kind": "Wiring", "plural": "wirings", "shortName": "wi"}}
    own = prepare(model(), PAYMENTS, config(names=names))
    assert of_binding(own, "get", "-o", "yaml") == "kubectl get -n shop wiring payments -o yaml"
