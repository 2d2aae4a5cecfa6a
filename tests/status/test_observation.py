import pytest

from function.base.manifest import Json, Manifest
from function.delivery.resource import Resource
from function.readiness.deployment import readiness
from function.status.observation import Observation, observe
from tests.status.scene import SYNCED, condition, not_applied, service, wrapped


def seen(observed: Json, *, requested: bool = True) -> Observation:
    return observe(Resource("service", {"kind": "Service"}), observed, requested=requested)


def test_what_was_applied_and_is_there_is_ready() -> None:
    found = seen(wrapped(service()))
    assert (found.ready, found.applied, found.failure, found.paused) == (True, True, "", False)
    assert found.live == service()


@pytest.mark.parametrize(
    "observed", [{}, None, [], "x", {"kind": "Object", "apiVersion": "kubernetes.crossplane.io/v1alpha2"}]
)
def test_what_was_never_made_is_not_ready(observed: Json) -> None:
    found = seen(observed)
    assert (found.ready, found.live) == (False, {})


def test_a_refused_spec_is_not_ready_though_the_old_object_serves() -> None:
    found = seen(wrapped(service(), synced=condition("Synced", "False", "ReconcileError", "no")))
    assert (found.ready, found.applied, found.failure) == (False, False, "no")


def test_a_failure_without_words_is_one() -> None:
    assert seen(not_applied("Service", "")).failure == "ReconcileError"


def test_what_the_provider_has_not_looked_at_yet_is_not_ready() -> None:
    late: Manifest = {**SYNCED, "observedGeneration": 1}
    found = seen(wrapped(service(), synced=late, generation=2))
    assert (found.ready, found.applied, found.failure) == (False, False, "")


def test_a_paused_object_is_as_it_is() -> None:
    found = seen(wrapped(service(), synced=condition("Synced", "False", "ReconcilePaused")))
    assert (found.ready, found.paused, found.failure) == (True, True, "")


def test_what_is_being_deleted_is_not_ready() -> None:
    found = seen({**service(), "metadata": {"deletionTimestamp": "2026-11-21T01:52:32Z"}})
    assert (found.ready, found.deleting) == (False, True)


NO = condition("Synced", "False", "ReconcileError", "no")
HELD = condition("Synced", "False", "ReconcilePaused")


@pytest.mark.parametrize("observed", [service(), wrapped(service()), wrapped(service(), synced=NO)])
def test_what_the_cluster_was_not_asked_for_yet_is_being_applied(observed: Manifest) -> None:
    found = seen(observed, requested=False)
    assert (found.ready, found.applied, found.applying, found.failure) == (False, False, True, "")


def test_a_paused_object_is_left_alone_only_once_it_was_asked() -> None:
    found = seen(wrapped(service(), synced=HELD), requested=False)
    assert (found.ready, found.applying, found.paused) == (False, True, False)


@pytest.mark.parametrize(
    "observed",
    [
        wrapped(service()),
        wrapped(service(), synced=NO),
        {**service(), "metadata": {"deletionTimestamp": "2026-11-21T01:52:32Z"}},
    ],
)
def test_what_is_applied_refused_or_deleted_is_not_being_applied(observed: Manifest) -> None:
    assert not seen(observed).applying


@pytest.mark.parametrize(("about", "applying"), [(1, True), (2, False), (2.0, False), (0, False), (None, False)])
def test_a_status_about_an_older_generation_counts_as_being_applied(about: Json, applying: bool) -> None:
    live: Manifest = {"metadata": {"generation": 2}, "status": {"observedGeneration": about}}
    resource = Resource("deployment", {"kind": "Deployment"}, readiness(1))
    assert observe(resource, wrapped(live), requested=True).applying == applying
    assert not seen(wrapped(live)).applying
