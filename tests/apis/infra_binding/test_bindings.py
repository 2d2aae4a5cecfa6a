from function.apis.infra_binding.bindings import bindings
from tests.bindings import PAYMENTS, config, model, secret, topic, vault

NOT_ALLOWED = "PlatformConfig.spec.kafka.namespaces does not allow other; the topic must exist"
EXISTING = "a Secret of the cluster is used as it is; it must exist"
UNUSED = "no key of it is listed or referred to, so nothing is fetched"


def test_each_name_is_told_and_why_nothing_makes_it() -> None:
    spec = model(
        streams={
            "made": topic("made.v1", properties={"p": "secret://used/key"}),
            "far": topic("far.v1", brokers="x-kafka-bootstrap.other.svc:9093"),
        },
        secrets={"used": vault(), "idle": vault(), "own": secret(), "listed": vault(keys=["a"])},
    )
    assert [(one.name, one.physical, one.managed, one.reason) for one in bindings(spec, PAYMENTS, config())] == [
        ("streams.far", "far.v1", False, NOT_ALLOWED),
        ("streams.made", "made.v1", True, None),
        ("secrets.idle", "idle", False, UNUSED),
        ("secrets.listed", "listed", True, None),
        ("secrets.own", "kafka-reader", False, EXISTING),
        ("secrets.used", "used", True, None),
    ]


def test_an_empty_binding_has_no_names() -> None:
    assert bindings(model(), PAYMENTS, config()) == []
