from function.base.manifest import Json
from function.base.request import Request
from function.render import render
from tests.documents import platform, worker, xr

SECRETS: Json = [{"name": "db", "envFrom": True}]
BOTH = platform(diagnosis={"pods": True, "secrets": True})


def test_nothing_is_asked_for_unless_the_platform_team_says_so() -> None:
    assert render(Request(xr=xr(worker(secretRefs=SECRETS)))).requirements == {}


def test_each_switch_asks_for_its_own() -> None:
    document = xr(worker(secretRefs=SECRETS))
    assert list(render(Request(xr=document, platform=platform(diagnosis={"pods": True}))).requirements) == ["pods"]
    assert list(render(Request(xr=document, platform=platform(diagnosis={"secrets": True}))).requirements) == [
        "secret/db"
    ]


def test_pods_are_asked_for_by_the_selector() -> None:
    pods = render(Request(xr=xr(worker()), platform=BOTH)).requirements["pods"]
    assert pods.namespace == "shop"
    assert pods.labels == {"app.kubernetes.io/name": "orders", "app.kubernetes.io/component": "event-driven-worker"}


def test_an_answer_changes_nothing_in_what_is_asked() -> None:
    document = xr(worker(secretRefs=SECRETS))
    first = render(Request(xr=document, required={}, platform=BOTH))
    answered = dict.fromkeys(first.requirements, ())
    assert render(Request(xr=document, required=answered, platform=BOTH)).requirements == first.requirements


def test_a_refused_spec_still_asks_for_the_pods() -> None:
    refused = render(Request(xr=xr(worker(size="xlarge")), platform=BOTH))
    assert refused.fatal is not None
    assert list(refused.requirements) == ["pods"]


def test_a_refused_change_still_asks_for_all() -> None:
    foreign = render(Request(xr=xr(worker(), name="orders"))).resources["deployment"].manifest
    refused = render(Request(xr=xr(worker(secretRefs=SECRETS)), observed={"dep": dict(foreign)}, platform=BOTH))
    assert refused.fatal is not None
    assert list(refused.requirements) == ["pods", "secret/db"]


def test_without_an_identity_there_is_nothing_to_ask_for() -> None:
    document = {**xr(worker()), "spec": worker()}
    assert render(Request(xr=document, platform=BOTH)).requirements == {}
