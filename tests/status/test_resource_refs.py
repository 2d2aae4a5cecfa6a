import pytest

from function.base.manifest import Manifest
from function.status.observation import Observation
from function.status.reasons.applying import REFUSED
from function.status.resource_refs import resource_refs

MANIFEST: Manifest = {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "orders"}}


def observation(*, ready: bool = False, made: bool = True, failure: str = "", paused: bool = False) -> Observation:
    live = MANIFEST if made else {}
    return Observation(key="service", manifest=MANIFEST, live=live, ready=ready, failure=failure, paused=paused)


@pytest.mark.parametrize(
    ("seen", "reason"),
    [
        (observation(ready=True), "Ready"),
        (observation(), "NotReady"),
        (observation(made=False), "NotMade"),
        (observation(paused=True, ready=True), "ObjectPaused"),
        (observation(failure='namespaces "shop" not found'), "NamespaceNotFound"),
        (observation(failure="something else", made=False), "ApplyFailed"),
    ],
)
def test_each_object_says_why_it_is_not_ready(seen: Observation, reason: str) -> None:
    assert [entry["reason"] for entry in resource_refs([seen])] == [reason]


def test_an_entry_is_what_really_runs() -> None:
    assert resource_refs([observation(ready=True)]) == [
        {"apiVersion": "v1", "kind": "Service", "name": "orders", "ready": True, "reason": "Ready"}
    ]


def test_an_api_may_know_better_why_an_object_is_not_applied() -> None:
    refused = observation(failure="x")
    assert [
        ref["reason"] for ref in resource_refs([refused], lambda _: REFUSED.because(kind="Service", detail="x"))
    ] == ["RefusedByCluster"]
    assert [ref["reason"] for ref in resource_refs([refused], lambda _: None)] == ["NotReady"]


def test_no_objects_no_entries() -> None:
    assert resource_refs([]) == []
