"""What pods end with. Everything in them is written by somebody else."""

import pytest

from function.apis.infra_binding.preflight.job import Preflight
from function.apis.infra_binding.preflight.result import reported, requirement
from function.base.manifest import Json, Manifest
from function.base.outcome import Requirement
from function.base.preflight import NO_TLS, PASSED, REFUSED, message
from function.base.preflight_target import Endpoint
from tests.bindings import resolved, topic

FIRST, SECOND = Endpoint("k1", 1), Endpoint("k2", 2)


def found() -> Preflight:
    preflight = resolved(streams={"a": topic(brokers="k1:1,k2:2")}, preflight={"checks": ["connectivity"]}).preflight
    assert preflight is not None
    return preflight


PREFLIGHT = found()


def pod(
    text: Json, *, born: str = "2026-01-01T00:00:00Z", job: str = PREFLIGHT.job_name, state: str = "terminated"
) -> Manifest:
    return {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {
            "name": "a",
            "creationTimestamp": born,
            "ownerReferences": [{"apiVersion": "batch/v1", "kind": "Job", "name": job, "controller": True}],
        },
        "status": {"containerStatuses": [{"name": "preflight", "state": {state: {"message": text}}}]},
    }


def test_the_pods_of_the_job_are_asked_for() -> None:
    labels = {"batch.kubernetes.io/job-name": PREFLIGHT.job_name}
    expected = Requirement(api_version="v1", kind="Pod", namespace="shop", labels=labels)
    assert requirement(PREFLIGHT, "shop") == {"preflight": expected}


def test_without_a_job_none_are() -> None:
    assert requirement(None, "shop") == {}
    assert requirement(Preflight(PREFLIGHT.plan, None), "shop") == {}


def test_each_server_has_its_result() -> None:
    pods = [pod(message([PASSED, REFUSED]))]
    assert reported(PREFLIGHT, {"preflight": pods}) == {FIRST: PASSED, SECOND: REFUSED}


def test_the_last_attempt_counts_that_has_ended() -> None:
    pods = [
        pod(message([REFUSED, REFUSED]), born="2026-01-01T00:00:00Z"),
        pod(message([PASSED, NO_TLS]), born="2026-01-01T00:00:30Z"),
        pod("", born="2026-01-01T00:01:00Z", state="running"),
    ]
    for order in (pods, pods[::-1]):
        assert reported(PREFLIGHT, {"preflight": order}) == {FIRST: PASSED, SECOND: NO_TLS}


@pytest.mark.parametrize(
    "seen",
    [
        {},
        {"metadata": None, "status": []},
        pod(None),
        pod(""),
        pod("password=hunter2"),
        pod(message([PASSED])),
        pod(message([PASSED, PASSED, PASSED])),
        pod(message([PASSED, "password=hunter2"])),
        pod(message([PASSED, PASSED]), state="waiting"),
        pod(message([PASSED, PASSED]), job="payments-preflight-00000000"),
        {**pod(message([PASSED, PASSED])), "metadata": {"name": "a", "creationTimestamp": "2026-01-01T00:00:00Z"}},
        {
            **pod(message([PASSED, PASSED])),
            "metadata": {"ownerReferences": [{"kind": "ReplicaSet", "name": PREFLIGHT.job_name}]},
        },
        {**pod(message([PASSED, PASSED])), "status": {"containerStatuses": ["a", None, {"state": "terminated"}]}},
    ],
)
def test_nothing_else_is_a_result(seen: Manifest) -> None:
    assert reported(PREFLIGHT, {"preflight": [seen]}) == {}


def test_before_anything_is_fetched_there_is_none() -> None:
    assert reported(PREFLIGHT, {}) == {}
    assert reported(PREFLIGHT, {"preflight": []}) == {}
