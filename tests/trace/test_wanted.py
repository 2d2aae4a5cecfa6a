"""Which paths of the API server are read, and that nobody's secrets are among them."""

import json

import pytest

from function.apis.registry import APIS
from function.base.manifest import Manifest
from function.publish.kinds import kinds
from function.trace.target import Target
from function.trace.wanted import of_family, of_target
from tests.status.states import STATES
from tests.trace.exports import export, family

GROUP = "platform.bizmatters.io"
PLURALS = {(kind.api_version, kind.kind): kind.plural for kind in kinds()}
LABELS = "crossplane.io%2Fclaim-name%3Dorders%2Ccrossplane.io%2Fclaim-namespace%3Dshop"
PODS = (
    "/api/v1/namespaces/shop/pods"
    "?labelSelector=app.kubernetes.io%2Fcomponent%3Devent-driven-worker%2Capp.kubernetes.io%2Fname%3Dorders"
)


def wanted(documents: list[Manifest]) -> list[str]:
    return of_family(family(documents, "orders"), PLURALS)


def test_a_name_is_looked_for_in_every_api() -> None:
    assert of_target(Target(tuple(APIS.values()), GROUP, "orders", None), "shop") == [
        f"/apis/{GROUP}/v1alpha1/namespaces/shop/eventdrivenservices/orders",
        f"/apis/{GROUP}/v1alpha1/namespaces/shop/infrabindings/orders",
    ]


def test_of_a_claim_the_composite_and_its_objects_are_read_first() -> None:
    (claim, *_) = export(STATES["healthy"])
    assert wanted([{**claim, "status": {"conditions": [{"type": "Operational"}]}}]) == [
        f"/apis/{GROUP}/v1alpha1/xeventdrivenservices/orders-x7k2p",
        f"/apis/kubernetes.crossplane.io/v1alpha2/objects?labelSelector={LABELS}",
    ]


def test_then_what_runs() -> None:
    found = wanted(export(STATES["healthy"]))
    assert found[2:] == [
        "/apis/apps/v1/namespaces/shop/deployments/orders",
        PODS,
        "/apis/keda.sh/v1alpha1/namespaces/shop/scaledobjects/orders-scaler",
        "/apis/autoscaling/v2/namespaces/shop/horizontalpodautoscalers/keda-hpa-orders-scaler",
    ]


def test_a_namespaced_composite_names_what_it_composes() -> None:
    (composite, *_) = export(STATES["direct-healthy"])
    refs = [
        {"apiVersion": "apps/v1", "kind": "Deployment", "name": "orders"},
        {"apiVersion": "v1", "kind": "Service", "name": "orders"},
        {"apiVersion": "example.org/v1", "kind": "Queue", "name": "orders"},
        {"apiVersion": "kubernetes.m.crossplane.io/v1alpha1", "kind": "Object", "name": "orders-1"},
    ]
    assert wanted([{**composite, "spec": {"crossplane": {"resourceRefs": refs}}}])[:3] == [
        "/apis/kubernetes.m.crossplane.io/v1alpha1/namespaces/shop/objects?labelSelector=crossplane.io%2Fcomposite%3Dorders",
        "/apis/apps/v1/namespaces/shop/deployments/orders",
        "/api/v1/namespaces/shop/services/orders",
    ]


def test_without_the_objects_the_status_says_what_runs() -> None:
    (claim, *_) = export(STATES["healthy"])
    assert "/apis/apps/v1/namespaces/shop/deployments/orders" in wanted([claim])


def test_events_are_read_only_for_a_claim_without_an_answer() -> None:
    (claim, *rest) = export(STATES["healthy"])
    assert not [path for path in wanted([claim, *rest]) if "/events" in path]
    query = "fieldSelector=type%3DWarning%2CinvolvedObject.kind%3D{}%2CinvolvedObject.name%3D{}"
    assert [path for path in wanted([{**claim, "status": {}}, *rest]) if "/events" in path] == [
        f"/api/v1/namespaces/shop/events?{query.format('EventDrivenService', 'orders')}",
        f"/api/v1/namespaces/default/events?{query.format('XEventDrivenService', 'orders-x7k2p')}",
    ]


def test_no_secret_is_ever_read() -> None:
    for state in STATES.values():
        if state.xr.get("kind") in ("EventDrivenService", "XEventDrivenService"):
            assert not [path for path in wanted(export(state)) if "secrets" in path and "externalsecrets" not in path]


@pytest.mark.parametrize(
    "name", ["../../../secrets/db", "a?watch=true", "a&limit=1", "a#b", "a/../b", "a%2e%2e", "a b"]
)
def test_a_name_that_an_object_refers_to_stays_one_part_of_the_path(name: str) -> None:
    claim = json.loads(json.dumps(export(STATES["healthy"])))[0]
    claim["spec"]["resourceRef"]["name"] = name
    claim["status"] = {"resourceRefs": [{"apiVersion": "apps/v1", "kind": "Deployment", "name": name}]}
    assert [path for path in wanted([claim]) if name in path] == []
    direct, *others = json.loads(json.dumps(export(STATES["direct-healthy"])))
    for other in others:
        other["metadata"]["name"] = other.setdefault("status", {})["hpaName"] = name
        other["spec"] = {"selector": {"matchLabels": {name: name}}}
    assert [path for path in wanted([direct, *others]) if name in path] == []


def test_pods_of_a_stateful_set_are_read_too() -> None:
    (composite, *_) = export(STATES["direct-healthy"])
    refs = [{"apiVersion": "apps/v1", "kind": "StatefulSet", "name": "redis"}]
    live: Manifest = {
        "apiVersion": "apps/v1",
        "kind": "StatefulSet",
        "metadata": {
            "name": "redis",
            "namespace": "shop",
            "labels": {"crossplane.io/composite": "orders"},
            "annotations": {"crossplane.io/composition-resource-name": "redis-redis"},
        },
        "spec": {"selector": {"matchLabels": {"app": "redis"}}},
    }
    found = wanted([{**composite, "spec": {"crossplane": {"resourceRefs": refs}}}, live])
    assert "/apis/apps/v1/namespaces/shop/statefulsets/redis" in found
    assert "/api/v1/namespaces/shop/pods?labelSelector=app%3Dredis" in found
