import pytest

from function.apis.event_driven_service.status.diagnosis.containers import Service
from function.apis.event_driven_service.status.diagnosis.pods import causes, newest, requirement
from function.base.manifest import Json, Manifest
from tests.status.scene import NEWEST, OLDER, pod, waiting

SERVICE = Service(name="orders", namespace="shop", dependencies=(), template={}, replica_set=NEWEST)
BAD = pod(waiting("ImagePullBackOff"))
OLD = pod(waiting("ImagePullBackOff"), replica_set=OLDER)


def named(made: Manifest, name: str, **metadata: Json) -> Manifest:
    old = made["metadata"]
    assert isinstance(old, dict)
    return {**made, "metadata": {**old, "name": name, **metadata}}


def test_pods_are_asked_for_by_the_selector_in_the_namespace() -> None:
    wanted = requirement("shop", {"app": "orders"})["pods"]
    assert (wanted.kind, wanted.namespace, wanted.labels, wanted.name) == ("Pod", "shop", {"app": "orders"}, "")


def test_one_cause_per_failing_container() -> None:
    assert [cause.reason.name for cause in causes([BAD], SERVICE)] == ["ImagePullFailed"]


def test_at_most_ten_pods_are_looked_at() -> None:
    assert len(causes([named(BAD, f"orders-{number:02}") for number in range(40)], SERVICE)) == 10


def test_the_older_revision_is_left_out() -> None:
    assert newest([OLD, BAD], NEWEST) == [BAD]


def test_where_the_deployment_does_not_tell_the_youngest_does() -> None:
    young = named(BAD, "a", creationTimestamp="2026-11-21T02:00:00Z")
    old = named(OLD, "b", creationTimestamp="2026-11-21T01:00:00Z")
    assert newest([old, young], "") == [young]


@pytest.mark.parametrize(
    "gone",
    [
        named(BAD, "x", deletionTimestamp="2026-11-21T01:52:32Z"),
        pod(waiting("ImagePullBackOff"), phase="Failed"),
        pod(waiting("ImagePullBackOff"), phase="Succeeded"),
    ],
)
def test_pods_that_do_not_count(gone: Manifest) -> None:
    assert causes([gone], SERVICE) == []


def test_the_order_of_pods_does_not_matter() -> None:
    several = [named(BAD, "b"), named(BAD, "a")]
    assert newest(several, NEWEST) == newest(several[::-1], NEWEST)


@pytest.mark.parametrize("junk", [{}, {"metadata": 3}, {"status": []}, {"metadata": {"ownerReferences": [None, "x"]}}])
def test_malformed_pods_are_passed_over(junk: Manifest) -> None:
    assert causes([junk], SERVICE) == []
