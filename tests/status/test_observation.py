import pytest

from function.base.manifest import Json, Manifest
from function.delivery.resource import Resource
from function.status.observation import Observation, observe
from tests.status.scene import SYNCED, condition, not_applied, service, wrapped


def seen(observed: Json) -> Observation:
    return observe(Resource("service", {"kind": "Service"}), observed, requested=True)


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
