from collections.abc import Mapping

import pytest

from function.apis.event_driven_service.hand_over import KEY
from function.base.manifest import Json, Manifest, at, mapping_at
from function.base.outcome import Outcome
from function.base.request import Request
from function.render import render
from tests.documents import namespaced, platform, worker, xr
from tests.status.scene import ROLLED_OUT, SCALING, State, condition, deployment, observed, wrapped

ON, OFF = xr(worker()), xr(worker(scaling={"enabled": False, "minReplicas": 4}))
BEHIND = condition("Synced", "True") | {"observedGeneration": 1}
DIRECT = platform(delivery="direct")
CORE, AUTOSCALER = "apiextensions.crossplane.io/composed/0d4c", "kube-controller-manager"


def workload(replicas: int) -> Manifest:
    return deployment(ROLLED_OUT, replicas=replicas, ready=replicas)


def second(replicas: int, **how: Json) -> Manifest:
    """Return the second Object after the provider has applied it."""
    metadata: Json = {"name": "orders", "namespace": "shop"}
    asked: Json = {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": metadata, "spec": {"replicas": replicas}}
    seen = wrapped(workload(4), asked=asked, **how)  # type: ignore[arg-type] # passed through
    return {**seen, "spec": {**mapping_at(seen, "spec"), "deletionPolicy": "Orphan"}}


def switched_on(seen: Mapping[str, Manifest], document: Manifest = ON) -> Outcome:
    outcome = render(Request(xr=document, observed=seen))
    assert outcome.fatal is None, outcome.fatal
    return outcome


def asked(outcome: Outcome, key: str) -> Json:
    return at(outcome.resources[key].manifest, "spec", "forProvider", "manifest")


BEFORE = observed(workload(4), None)


def test_first_a_second_object_applies_the_number_and_no_autoscaler_exists() -> None:
    outcome = switched_on(BEFORE)
    assert at(asked(outcome, "deployment"), "spec", "replicas") == 4
    assert "scaledobject" not in outcome.resources
    assert asked(outcome, KEY) == {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": "orders", "namespace": "shop"},
        "spec": {"replicas": 4},
    }
    assert at(outcome.resources[KEY].manifest, "spec", "deletionPolicy") == "Orphan"


def test_then_the_number_goes_and_the_autoscaler_comes() -> None:
    outcome = switched_on({**BEFORE, KEY: second(4)})
    assert at(asked(outcome, "deployment"), "spec", "replicas") is None
    assert "scaledobject" in outcome.resources
    assert KEY not in outcome.resources


@pytest.mark.parametrize(
    "unfinished",
    [
        {**second(4), "status": {}},
        second(4, synced=condition("Synced", "False", "ReconcileError", "x")),
        second(4, synced=BEHIND, generation=2),
        second(3),
        {**second(4), "metadata": {"deletionTimestamp": "2026-11-21T00:00:00Z"}},
    ],
)
def test_the_number_stays_until_the_second_object_is_applied(unfinished: Manifest) -> None:
    outcome = switched_on({**BEFORE, KEY: unfinished})
    assert at(asked(outcome, "deployment"), "spec", "replicas") == 4
    assert {KEY, "deployment"} <= outcome.resources.keys()


@pytest.mark.parametrize(
    ("seen", "why"),
    [
        ({}, "nothing runs"),
        (observed(workload(1), None), "1 is what the field falls back to"),
        (observed(workload(4), SCALING), "an autoscaler is there already"),
        (observed(None, None, deployment=wrapped(None, asked={"spec": {"replicas": 4}})), "no pod runs yet"),
        (observed(None, None, deployment=wrapped(workload(4), asked={"spec": {}})), "nobody asked for a number"),
    ],
)
def test_there_is_nothing_to_hand_over(seen: Mapping[str, Manifest], why: str) -> None:
    outcome = switched_on(seen)
    assert KEY not in outcome.resources, why
    assert "scaledobject" in outcome.resources
    assert at(asked(outcome, "deployment"), "spec", "replicas") is None


def test_an_autoscaler_that_is_being_deleted_does_not_count() -> None:
    going: Manifest = {**wrapped(SCALING), "metadata": {"deletionTimestamp": "2026-11-21T00:00:00Z"}}
    outcome = switched_on({**BEFORE, "scaledobject": going})
    assert KEY in outcome.resources
    assert "scaledobject" in outcome.resources


def test_switching_off_again_drops_the_second_object() -> None:
    outcome = switched_on({**BEFORE, KEY: second(4)}, OFF)
    assert KEY not in outcome.resources
    assert at(asked(outcome, "deployment"), "spec", "replicas") == 4


def test_the_service_stays_available_meanwhile() -> None:
    document = xr(worker(scaling={"minReplicas": 4}))
    outcome = State(xr=document, before=OFF, observed=BEFORE).outcome()
    reported = {found.type: (found.status, found.reason) for found in outcome.conditions}
    assert reported["WorkloadAvailable"] == ("True", "Available")
    assert reported["AutoscalerReady"] == ("Unknown", "AutoscalerPending")
    assert [outcome.resources[key].ready for key in ("deployment", KEY)] == [True, False]


def live(*managers: str) -> Manifest:
    fields: Json = [{"manager": name, "fieldsV1": {"f:spec": {"f:replicas": {}}}} for name in managers]
    metadata: Json = {"name": "orders", "namespace": "shop", "generation": 1, "managedFields": fields}
    return {**workload(5), "metadata": metadata}


@pytest.mark.parametrize(
    ("managers", "replicas"),
    [((CORE,), 5), ((CORE, AUTOSCALER), None), ((AUTOSCALER,), None), ((), None)],
)
def test_a_deployment_that_is_composed_directly_keeps_its_number_until_the_autoscaler_owns_it(
    managers: tuple[str, ...], replicas: Json
) -> None:
    outcome = render(Request(xr=namespaced(worker()), observed={"deployment": live(*managers)}, platform=DIRECT))
    assert at(outcome.resources["deployment"].manifest, "spec", "replicas") == replicas
    assert {"scaledobject"} <= outcome.resources.keys()
    assert KEY not in outcome.resources
