from dataclasses import replace

from function.apis.infra_binding.bound_streams import bound_streams, meta
from function.apis.infra_binding.streams import Managed, Unmanaged
from tests.bindings import PAYMENTS, config, model, topic

COMMON = {
    "app.kubernetes.io/name": "payments",
    "app.kubernetes.io/component": "infra-binding",
    "app.kubernetes.io/managed-by": "crossplane",
}


def test_all_objects_have_the_names_labels_and_those_required() -> None:
    labelled = replace(PAYMENTS, labels={"team": "checkout", "cost": "7", "app.kubernetes.io/name": "forged"})
    required = config(labels={"required": ["team", "example.org/absent"]})
    found = meta(labelled, required)
    assert (found.name, found.namespace) == ("payments", "shop")
    assert found.labels == {"team": "checkout", **COMMON}


def test_streams_come_in_order_of_their_names() -> None:
    spec = model(streams={"b": topic("b"), "a": topic("a"), "c": topic("c", brokers="x-kafka-bootstrap.other.svc:1")})
    found = bound_streams(spec, PAYMENTS, config())
    assert [(name, type(made)) for name, made in found.items()] == [("a", Managed), ("b", Managed), ("c", Unmanaged)]


def test_without_streams_there_are_none() -> None:
    assert bound_streams(model(), PAYMENTS, config()) == {}
