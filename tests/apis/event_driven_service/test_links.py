from function.apis.event_driven_service.links import links
from function.apis.event_driven_service.model.service import EventDrivenService
from function.apis.event_driven_service.resolve import prepare
from function.apis.links import BindingUse, Links, SecretUse
from function.base.identity import Identity
from function.base.manifest import Json
from function.base.validation import parse
from function.platform.config import PlatformConfig
from tests.documents import worker


def linked(**fields: Json) -> Links:
    spec, problems = parse(EventDrivenService, worker(**fields), "spec")
    assert spec is not None, problems
    return links(prepare(spec, Identity(scope="claims", name="orders", namespace="shop"), PlatformConfig()))


def test_the_claim_and_its_objects() -> None:
    found = linked()
    assert (found.kind, found.namespace, found.name) == ("EventDrivenService", "shop", "orders")
    assert [(kind, name) for _, kind, _, name in found.objects] == [
        ("ServiceAccount", "orders"),
        ("Deployment", "orders"),
        ("Service", "orders"),
        ("ScaledObject", "orders-scaler"),
    ]


def test_consumers_with_what_the_platform_adds() -> None:
    trigger: Json = {"type": "nats-jetstream", "stream": "B", "consumer": "b", "account": "X"}
    own, other = linked(scaling={"triggers": [{"type": "cpu", "utilization": 50}, trigger]}).consumptions
    endpoint = "nats-headless.nats.svc.cluster.local:8222"
    assert (own.path, own.server, own.reads) == ("spec.nats", ("nats://nats.nats.svc:4222", endpoint, "$G"), True)
    assert (other.path, other.server[1:], other.reads) == ("spec.scaling.triggers[1]", (endpoint, "X"), False)


def test_secrets_without_config_maps_and_what_is_optional() -> None:
    refs: Json = [
        {"name": "a", "env": [{"secretKey": "k", "envName": "K"}]},
        {"name": "b", "envFrom": True, "optional": True},
    ]
    found = linked(secretRefs=refs, configMapRefs=[{"name": "c", "envFrom": True}])
    path = "spec.secretRefs[0]"
    assert found.uses == (SecretUse(path=f"{path}.name", name="a", keys={"k": f"{path}.env[0].secretKey"}),)


def test_the_binding_that_it_refers_to() -> None:
    ref: Json = {"name": "payments", "env": [{"name": "TOPIC", "stream": "orders", "field": "topic"}]}
    assert linked(bindingRef=ref).binding == BindingUse(path="spec.bindingRef.name", name="payments")
    assert linked().binding is None
