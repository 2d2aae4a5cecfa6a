"""Takeover mode keeps what runs, and nothing else does."""

from collections.abc import Mapping

import pytest

from function.apis.event_driven_service.adopt import HTTP_SERVICE
from function.base.manifest import Json, Manifest, at, items_at, mapping_at
from function.base.outcome import Outcome
from function.base.request import Request
from function.render import render
from tests.documents import namespaced, platform, worker, xr

TAKEOVER = platform(takeoverMode=True)
NAME = {"app.kubernetes.io/name": "orders"}
OURS = {**NAME, "app.kubernetes.io/component": "event-driven-worker"}
EVERYTHING = worker(disruptionBudget={"maxUnavailable": 1}, topologySpread=[{"topologyKey": "zone"}])
FIRST = {"serviceaccount", "deployment", "service", "scaledobject"}


def wrapped(manifest: Manifest, *, live: bool = True) -> Manifest:
    """Return the Object of an earlier composition."""
    return {
        "apiVersion": "kubernetes.crossplane.io/v1alpha2",
        "kind": "Object",
        "spec": {"forProvider": {"manifest": manifest}},
        "status": {"atProvider": {"manifest": manifest}} if live else {},
    }


def deployment(**selector: Json) -> Manifest:
    metadata: Manifest = {"name": "orders", "namespace": "shop"}
    return {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": metadata, "spec": {"selector": selector}}


def service(name: str = "orders-http", kind: str = "Service") -> Manifest:
    return {"apiVersion": "v1", "kind": kind, "metadata": {"name": name, "namespace": "shop"}, "spec": {}}


def answered(observed: Mapping[str, Manifest], spec: Manifest | None = None, config: Manifest = TAKEOVER) -> Outcome:
    return render(Request(xr=xr(spec or worker()), observed=observed, platform=config))


def made(outcome: Outcome, key: str) -> Json:
    assert outcome.fatal is None, outcome.fatal
    return at(outcome.resources[key].manifest, "spec", "forProvider", "manifest")


def texts(outcome: Outcome) -> str:
    return str(outcome.status.get("warnings"))


@pytest.mark.parametrize("labels", [NAME, {"app": "orders"}, {"app.kubernetes.io/name": "other", "tier": "back"}])
def test_everything_that_selects_pods_keeps_the_selector(labels: dict[str, Json]) -> None:
    outcome = answered({"deployment": wrapped(deployment(matchLabels=labels))}, EVERYTHING)
    workload = made(outcome, "deployment")
    assert at(workload, "spec", "selector") == {"matchLabels": labels}
    assert labels.items() <= mapping_at(workload, "spec", "template", "metadata", "labels").items()
    assert at(made(outcome, "service"), "spec", "selector") == labels
    assert at(made(outcome, "poddisruptionbudget"), "spec", "selector", "matchLabels") == labels
    (spread,) = items_at(workload, "spec", "template", "spec", "topologySpreadConstraints")
    assert at(spread, "labelSelector", "matchLabels") == labels


def test_the_status_says_so() -> None:
    outcome = answered({"deployment": wrapped(deployment(matchLabels=NAME))})
    kept = (
        "observed.resources.deployment: keeps its selector app.kubernetes.io/name=orders, because selectors are "
        "immutable. Hint: to get the selector of this API, delete this composed resource when downtime is acceptable"
    )
    assert outcome.status["warnings"] == [kept]
    assert [condition.status for condition in outcome.conditions if condition.type == "Validated"] == ["True"]


@pytest.mark.parametrize(
    "seen",
    [
        {},
        {"deployment": wrapped(deployment(matchLabels=NAME), live=False)},
        {"deployment": wrapped(deployment(matchLabels=OURS))},
        {"service": wrapped(service("orders"))},
    ],
    ids=["nothing", "never created", "ours", "another key"],
)
def test_new_services_get_ours(seen: dict[str, Manifest]) -> None:
    outcome = answered(seen)
    assert at(made(outcome, "deployment"), "spec", "selector", "matchLabels") == OURS
    assert "selector" not in texts(outcome)
    assert HTTP_SERVICE not in outcome.resources


@pytest.mark.parametrize(
    "selector",
    [
        {"matchLabels": NAME, "matchExpressions": [{"key": "a", "operator": "Exists"}]},
        {"matchLabels": {"app": 1}},
    ],
)
def test_a_selector_that_labels_cannot_express_is_refused(selector: dict[str, Json]) -> None:
    assert "selectors are immutable" in str(answered({"deployment": wrapped(deployment(**selector))}).fatal)


@pytest.mark.parametrize("config", [{}, platform(policy={"takeover": ["Deployment"]}), platform(takeoverMode=False)])
def test_without_takeover_mode_a_foreign_selector_is_refused(config: Manifest) -> None:
    outcome = answered({"deployment": wrapped(deployment(matchLabels=NAME))}, config=config)
    assert "selectors are immutable" in str(outcome.fatal)
    assert {condition.reason for condition in outcome.conditions if condition.type == "Operational"} == {"UnsafeChange"}


def test_a_directly_composed_deployment_keeps_its_selector() -> None:
    live = deployment(matchLabels=NAME)
    config = platform(takeoverMode=True, delivery="direct")
    outcome = render(Request(xr=namespaced(worker()), observed={"deployment": live}, platform=config))
    assert outcome.fatal is None
    assert at(outcome.resources["deployment"].manifest, "spec", "selector", "matchLabels") == NAME


def test_the_second_service_stays_and_follows_the_claim() -> None:
    seen = {HTTP_SERVICE: wrapped(service()), "deployment": wrapped(deployment(matchLabels=NAME))}
    second = made(answered(seen, worker(httpPort=3000, sessionAffinity="ClientIP")), HTTP_SERVICE)
    assert at(second, "metadata", "name") == "orders-http"
    assert at(second, "spec") == {
        "type": "ClusterIP",
        "selector": NAME,
        "ports": [{"name": "http", "port": 3000, "targetPort": "http", "protocol": "TCP"}],
        "sessionAffinity": "ClientIP",
    }


def test_the_second_service_goes_if_the_claim_says_so() -> None:
    outcome = answered({HTTP_SERVICE: wrapped(service())}, worker(takeover={"httpService": False}))
    assert outcome.fatal is None
    assert outcome.resources.keys() == FIRST
    assert HTTP_SERVICE not in texts(outcome)


@pytest.mark.parametrize("seen", [service("other"), service("orders"), service(kind="ConfigMap"), {}], ids=str)
def test_something_else_under_its_key_is_refused(seen: Manifest) -> None:
    outcome = answered({HTTP_SERVICE: wrapped(seen)})
    assert "observed.resources.http-service: " in str(outcome.fatal)
    assert not outcome.resources


def test_without_takeover_mode_the_second_service_is_named_and_goes() -> None:
    outcome = answered({HTTP_SERVICE: wrapped(service())}, config={})
    assert outcome.fatal is None
    assert outcome.resources.keys() == FIRST
    assert "observed.resources.http-service: neither this step" in texts(outcome)
