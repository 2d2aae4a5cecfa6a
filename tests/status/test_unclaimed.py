"""A resource that nobody asks for is never dropped without a word."""

import pytest

from function.base.manifest import Json, Manifest
from function.base.outcome import Outcome
from function.base.printable import printable
from function.base.request import Request
from function.render import render
from function.status.unclaimed import named, refused, unclaimed
from function.status.warnings import MOST
from tests.documents import platform, worker, xr

TAKEOVER = platform(takeoverMode=True)
OTHER: Manifest = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "x", "namespace": "shop"}}


def wrapped(**spec: Json) -> Manifest:
    manifest: Manifest = {"forProvider": {"manifest": OTHER}, **spec}
    return {"apiVersion": "kubernetes.crossplane.io/v1alpha2", "kind": "Object", "spec": manifest}


def answered(config: Manifest, desired: tuple[str, ...] = (), **observed: Manifest) -> Outcome:
    return render(Request(xr=xr(worker()), observed=observed, desired=frozenset(desired), platform=config))


@pytest.mark.parametrize(
    ("composed", "observed", "desired", "expected"),
    [
        ((), (), (), []),
        (("a",), ("a",), (), []),
        ((), ("other",), ("other",), []),
        ((), ("ours-old",), (), []),
        ((), ("z", "b"), (), ["b", "z"]),
        (("a",), ("a", "other"), ("third",), ["other"]),
    ],
)
def test_what_nobody_asks_for(
    composed: tuple[str, ...], observed: tuple[str, ...], desired: tuple[str, ...], expected: list[str]
) -> None:
    assert unclaimed(composed, observed, desired, lambda key: key.startswith("ours")) == expected


def test_it_is_named_in_the_status_and_the_rest_goes_on() -> None:
    outcome = answered({}, other=wrapped(), another=OTHER)
    assert outcome.fatal is None
    assert outcome.status["warnings"] == [str(problem) for problem in named(["another", "other"])]
    assert "observed.resources.other: neither this step nor an earlier one" in str(outcome.status["warnings"])
    assert "deployment" in outcome.resources
    assert "other" not in outcome.resources
    assert not [event for event in outcome.events if "EP491" in event.message or "other" in event.message]
    assert [condition.status for condition in outcome.conditions if condition.type == "Validated"] == ["True"]


@pytest.mark.parametrize(
    "keys", [[f"k{number}" for number in range(30)], ["a", "a-b", "a: b", "\x00", "\u202e", "é", "##[x]"]]
)
def test_only_as_many_are_named_as_a_status_shows(keys: list[str]) -> None:
    message = named(["x"])[0].message
    every = sorted(printable(f"observed.resources.{key}: {message}") for key in keys)
    assert sorted(map(str, named(keys))) == every[:MOST]


@pytest.mark.parametrize("config", [{}, TAKEOVER], ids=["usual", "takeover"])
def test_what_an_earlier_step_asks_for_is_not_mentioned(config: Manifest) -> None:
    outcome = answered(config, ("other",), other=wrapped())
    assert outcome.fatal is None
    assert outcome.status.get("warnings") is None


def test_it_is_refused_in_takeover_mode() -> None:
    outcome = answered(TAKEOVER, other=wrapped(), another=OTHER)
    assert not outcome.resources
    assert str(outcome.fatal).count("would delete it") == 2
    assert {problem.code for problem in outcome.problems} == {"EP490"}
    assert {condition.reason for condition in outcome.conditions if condition.type == "Operational"} == {"UnsafeChange"}


def test_a_target_that_stays_is_not_refused() -> None:
    assert answered(TAKEOVER, other=wrapped(deletionPolicy="Orphan")).fatal is None
    assert refused(["other"], {"other": wrapped()}) != []
    assert refused(["other"], {"other": wrapped(deletionPolicy="Orphan")}) == []
    assert refused([], {"other": wrapped()}) == []
