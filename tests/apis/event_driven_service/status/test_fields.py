import pytest

from function.base.manifest import Json, Manifest, at, mapping_at
from function.base.request import Request
from function.render import render
from tests.documents import namespaced, platform, worker, xr
from tests.status.scene import ROLLED_OUT, State, condition, deployment, not_applied, observed, wrapped


def field(name: str, **fields: Json) -> Json:
    state = State(xr=xr(worker(**fields), generation=7), observed=observed(deployment(ROLLED_OUT, ready=1)))
    return at(state.outcome().status, *name.split("."))


@pytest.mark.parametrize(
    ("image", "version"),
    [
        ("registry:5000/orders:1.2.3", "1.2.3"),
        ("registry:5000/orders", None),
        ("orders@sha256:" + "0123456789abcdef" * 4, "sha256:0123456789ab"),
        ("orders:1.2.3@sha256:" + "0123456789abcdef" * 4, "1.2.3"),
    ],
)
def test_the_version_is_short(image: str, version: str | None) -> None:
    assert field("version", image=image) == version
    assert field("image", image=image) == image


@pytest.mark.parametrize(
    ("scaling", "shown"),
    [
        ({}, "1/10"),
        ({"minReplicas": 0, "maxReplicas": 3}, "0/3"),
        ({"enabled": False, "minReplicas": 2}, "2/2"),
        ({"enabled": False}, "1/1"),
    ],
)
def test_the_range_of_replicas(scaling: Json, shown: str) -> None:
    assert field("scaling.range", scaling=scaling) == shown


def test_where_the_service_answers() -> None:
    assert field("endpoints", httpPort=3000) == ["http://orders.shop.svc.cluster.local:3000"]
    other = render(Request(xr=xr(worker()), platform=platform(clusterDomain="example.org")))
    assert other.status["endpoints"] == ["http://orders.shop.svc.example.org:8080"]


def test_the_generation_is_that_of_a_namespaced_composite() -> None:
    assert render(Request(xr=namespaced(worker(), generation=7))).status["observedGeneration"] == 7
    assert "observedGeneration" not in render(Request(xr=namespaced(worker()))).status


def test_a_claim_is_not_told_the_generation_of_its_composite() -> None:
    assert field("observedGeneration") is None


def test_before_anything_is_made_the_phase_is_pending() -> None:
    assert render(Request(xr=xr(worker()))).status["phase"] == "Pending"


def test_a_healthy_service_has_no_warnings() -> None:
    assert field("warnings") is None


def test_doubts_are_warnings_beside_what_is_tolerated_and_change_nothing_else() -> None:
    ports: dict[str, Json] = {"httpPort": 80, "metrics": {"port": 81}}
    state = State(xr=xr(worker(**ports)), observed=observed(deployment(ROLLED_OUT, ready=1)))
    outcome = state.outcome()
    warnings = field("warnings", **ports)
    assert isinstance(warnings, list)
    assert [text.partition(":")[0] for text in warnings] == ["spec.httpPort", "spec.metrics.port"]
    assert (outcome.conditions[0].status, outcome.conditions[0].reason) == ("True", "Valid")
    assert outcome.fatal is None
    assert [event.severity for event in outcome.events if event.severity == "Warning"] == []


def test_there_are_at_most_ten_warnings_in_order() -> None:
    words: Json = [f"$(UNKNOWN_{number})" for number in range(15)]
    warnings = field("warnings", args=words)
    assert isinstance(warnings, list)
    assert len(warnings) == 10
    assert warnings == sorted(warnings)


def running(image: str) -> Manifest:
    """Return a live Deployment of this image."""
    template: Json = {"spec": {"containers": [{"name": "sidecar", "image": "x:9"}, {"name": "main", "image": image}]}}
    live = deployment(ROLLED_OUT, ready=1)
    return {**live, "spec": {**mapping_at(live, "spec"), "template": template}}


OLD, NEW = xr(worker(image="orders:1")), xr(worker(image="orders:2"))
RUNS: Json = {"summary": "1/1", "ready": 1, "desired": 1, "updated": 1, "available": 1}


def reported(state: State) -> tuple[Json, Json, Json]:
    status = state.outcome().status
    return status.get("image"), status.get("version"), status.get("replicas")


def test_while_nothing_runs_neither_image_nor_pods_are_told() -> None:
    assert reported(State(xr=NEW)) == (None, None, None)
    assert reported(State(xr=NEW, observed=observed(None, deployment=not_applied("Deployment", "no")))) == (
        None,
        None,
        None,
    )


def test_right_after_an_edit_the_old_image_runs() -> None:
    assert reported(State(xr=NEW, before=OLD, observed=observed(running("orders:1")))) == ("orders:1", "1", RUNS)


def test_while_the_provider_has_not_applied_the_edit_the_old_image_runs() -> None:
    late = condition("Synced", "True") | {"observedGeneration": 1}
    behind = wrapped(running("orders:1"), synced=late, generation=2)
    assert reported(State(xr=NEW, observed=observed(None, deployment=behind))) == ("orders:1", "1", RUNS)


def test_what_was_applied_runs_even_if_a_webhook_writes_the_image_in_another_way() -> None:
    assert reported(State(xr=NEW, observed=observed(running("mirror.example.org/orders:2"))))[:2] == ("orders:2", "2")


def test_an_object_that_someone_paused_keeps_its_image() -> None:
    paused = wrapped(running("orders:1"), synced=condition("Synced", "False", "ReconcilePaused"))
    assert reported(State(xr=NEW, observed=observed(None, deployment=paused)))[:2] == ("orders:1", "1")
