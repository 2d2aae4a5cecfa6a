import pytest

from function.apis.event_driven_service.resources import PARTS
from function.base.manifest import Json
from function.base.request import Request
from function.delivery.mark import unmarked
from function.render import render
from tests.bound import document, rendered, service
from tests.documents import ALLOWED, LOOSE, namespaced, platform, worker, xr
from tests.full import FULL
from tests.support import assert_rejects, assert_renders, look, manifests, outcome

SELECTOR: Json = {"app.kubernetes.io/name": "orders", "app.kubernetes.io/component": "event-driven-worker"}
KEYS = [
    "serviceaccount",
    "deployment",
    "service",
    "scaledobject",
    "poddisruptionbudget",
    "servicemonitor",
    "podmonitor",
]


def test_keys_and_order_are_contract() -> None:
    """With another key Crossplane deletes the object and recreates it; the keys of new kinds may come in between."""
    assert [part.key for part in PARTS if part.key in KEYS] == KEYS
    assert list(manifests(worker())) == KEYS[:4]
    for spec in (FULL, worker(metrics={})):
        made = manifests(spec, LOOSE)
        assert list(made) == [part.key for part in PARTS if part.key in made]


def test_a_part_is_of_the_kind_that_the_reference_names() -> None:
    made = manifests(FULL, LOOSE) | manifests(worker(metrics={}), platform(networkPolicy={"enabled": True}))
    bound = rendered(service(trigger={"stream": "orders"}), document()).resources["triggerauthentication"]
    made["triggerauthentication"] = look(bound.manifest, "spec.forProvider.manifest")
    assert {key: look(made, f"{key}.kind") for key in made} == {part.key: part.kind for part in PARTS}


def test_names_and_namespace_come_from_the_claim() -> None:
    expected: dict[str, Json] = {
        f"{key}.metadata.{part}": value
        for key, name in (("serviceaccount", "orders"), ("deployment", "orders"), ("service", "orders"))
        for part, value in (("name", name), ("namespace", "shop"))
    }
    scaler: dict[str, Json] = {
        "scaledobject.metadata.name": "orders-scaler",
        "scaledobject.metadata.namespace": "shop",
        "scaledobject.spec.scaleTargetRef": {"name": "orders"},
    }
    assert_renders(worker(), expected | scaler)


def test_a_namespaced_composite_gives_the_same_manifests() -> None:
    made = outcome(namespaced(FULL), platform(delivery="direct", policy=ALLOWED)).resources
    assert {key: unmarked(composed.manifest) for key, composed in made.items()} == manifests(FULL, LOOSE)


def test_every_object_has_the_labels() -> None:
    made = manifests(FULL, LOOSE)
    labels = {key: look(made, f"{key}.metadata.labels") for key in made}
    assert [key for key, found in labels.items() if found != labels["deployment"]] == []
    assert labels["deployment"] == {
        "app.kubernetes.io/name": "orders",
        "app.kubernetes.io/component": "event-driven-worker",
        "app.kubernetes.io/managed-by": "crossplane",
        "app.kubernetes.io/version": "1.2.3",
    }


def test_the_selector_never_changes() -> None:
    for spec in (worker(), FULL, worker(image="orders"), worker(podLabels={"team": "checkout"})):
        made = manifests(spec, LOOSE)
        assert look(made, "deployment.spec.selector") == {"matchLabels": SELECTOR}
        assert look(made, "service.spec.selector") == SELECTOR


def test_required_labels_are_copied_to_every_object_and_to_the_pods() -> None:
    config = platform(labels={"required": ["team"]})
    made = outcome(xr(worker(), labels={"team": "checkout", "other": "x"}), config).resources
    for composed in made.values():
        labels = look(composed.manifest, "spec.forProvider.manifest.metadata.labels")
        assert isinstance(labels, dict)
        assert labels["team"] == "checkout"
        assert "other" not in labels
    pods = look(made["deployment"].manifest, "spec.forProvider.manifest.spec.template.metadata.labels")
    assert isinstance(pods, dict)
    assert pods["team"] == "checkout"


@pytest.mark.parametrize(
    "scaling", [{}, {"enabled": True, "minReplicas": 3}, {"paused": True}, {"minReplicas": 0}, {"maxReplicas": 1}]
)
def test_replicas_belong_to_the_autoscaler_while_there_is_one(scaling: Json) -> None:
    made = manifests(worker(scaling=scaling))
    deployment = look(made, "deployment.spec")
    assert isinstance(deployment, dict)
    assert "replicas" not in deployment
    assert "scaledobject" in made


@pytest.mark.parametrize(
    ("scaling", "settings", "replicas"),
    [
        ({}, {}, 1),
        ({"minReplicas": 3}, {}, 3),
        ({"minReplicas": 0}, {}, 0),
        ({"maxReplicas": 5}, {}, 1),
        ({}, {"defaults": {"minReplicas": 2}}, 2),
        ({}, {"defaults": {"minReplicas": 0}}, 0),
    ],
)
def test_replicas_are_set_without_one(scaling: dict[str, Json], settings: Json, replicas: int) -> None:
    spec = worker(scaling={**scaling, "enabled": False})
    expected: dict[str, Json] = {"deployment.spec.replicas": replicas, "scaledobject": None}
    assert_renders(spec, expected, platform(scaling=settings))


@pytest.mark.parametrize(
    ("budget", "minimum", "maximum"),
    [
        ({"minAvailable": 1}, 1, None),
        ({"minAvailable": "2"}, 2, None),
        ({"minAvailable": 0}, 0, None),
        ({"maxUnavailable": "25%"}, None, "25%"),
        ({"maxUnavailable": "100%"}, None, "100%"),
    ],
)
def test_a_number_of_pods_is_a_number_and_a_share_a_text(budget: Json, minimum: Json, maximum: Json) -> None:
    expected: dict[str, Json] = {
        "poddisruptionbudget.spec.minAvailable": minimum,
        "poddisruptionbudget.spec.maxUnavailable": maximum,
        "poddisruptionbudget.spec.selector": {"matchLabels": SELECTOR},
    }
    assert_renders(worker(disruptionBudget=budget), expected)


ONE_OF = "a disruption budget requires exactly one of minAvailable, maxUnavailable"


@pytest.mark.parametrize("budget", [{}, {"minAvailable": 1, "maxUnavailable": 1}])
def test_a_budget_is_one_of_two(budget: Json) -> None:
    assert_rejects(worker(disruptionBudget=budget), "spec.disruptionBudget", ONE_OF)


def test_annotations_of_the_service_account_are_its_own() -> None:
    spec = worker(serviceAccount={"annotations": {"eks.amazonaws.com/role-arn": "arn:aws:iam::1:role/orders"}})
    expected: dict[str, Json] = {
        "serviceaccount.metadata.annotations": {"eks.amazonaws.com/role-arn": "arn:aws:iam::1:role/orders"},
        "deployment.metadata.annotations": None,
    }
    assert_renders(spec, expected, LOOSE)
    assert_renders(worker(), {"serviceaccount.metadata.annotations": None})


def test_what_is_observed_does_not_change_what_is_desired() -> None:
    first = outcome(xr(FULL), LOOSE)
    seen = {key: {**composed.manifest, "metadata": {"name": key}} for key, composed in first.resources.items()}
    again = render(Request(xr=xr(FULL), observed=seen, platform=LOOSE))
    assert {key: made.manifest for key, made in again.resources.items()} == {
        key: made.manifest for key, made in first.resources.items()
    }
