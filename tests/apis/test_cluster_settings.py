"""Settings in an object of the cluster: asked for, read, missing, and broken."""

from dataclasses import replace

import pytest

from function.base.manifest import Json, Manifest, at
from function.base.outcome import Outcome, Requirement
from function.base.request import Request
from function.plan import cluster
from function.render import render
from tests.documents import platform, worker, xr

NAMED = platform(settings={"name": "own"}, nats={"account": "A"})
OPTIONAL = platform(settings={"name": "own", "optional": True}, nats={"account": "A"})
ASKED = {
    "settings": Requirement(
        api_version="apiextensions.crossplane.io/v1beta1", kind="EnvironmentConfig", namespace="", name="own"
    )
}
CLAIM = xr(worker())
ABSENT = ("existing/deployment", "existing/service", "existing/serviceaccount")


def request(settings: Manifest, *found: Json, document: Manifest = CLAIM) -> Request:
    """Return a call after Crossplane has looked for everything, the object included."""
    objects: list[Manifest] = [{"kind": "EnvironmentConfig", "data": data} for data in found]
    return Request(xr=document, platform=settings, required={**dict.fromkeys(ABSENT, ()), "settings": objects})


def account(answer: Outcome) -> Json:
    scaler = at(answer.resources["scaledobject"].manifest, "spec", "forProvider", "manifest", "spec", "triggers")
    assert isinstance(scaler, list)
    return at(scaler[0], "metadata", "account")


def reasons(answer: Outcome) -> set[str]:
    return {condition.reason for condition in answer.conditions}


def test_without_the_setting_nothing_is_asked_for() -> None:
    assert "settings" not in render(Request(xr=CLAIM, required={}, platform=platform())).requirements


@pytest.mark.parametrize("settings", [NAMED, OPTIONAL])
def test_the_object_overrides_the_settings(settings: Manifest) -> None:
    answer = render(request(settings, {"nats": {"account": "B"}}))
    assert answer.fatal is None
    assert account(answer) == "B"
    assert answer.status["settings"] == "own"
    assert answer.requirements.items() >= ASKED.items()


def test_a_changed_object_gives_another_answer_at_once() -> None:
    accounts = ("B", "C", "B")
    assert [account(render(request(NAMED, {"nats": {"account": name}}))) for name in accounts] == [*accounts]


def test_before_it_was_asked_for_everything_stays() -> None:
    made = {key: composed.manifest for key, composed in render(Request(xr=CLAIM)).resources.items()}
    seen = cluster.observed(made)
    first = render(Request(xr=CLAIM, platform=NAMED, required={}, observed=seen, desired=frozenset({"service"})))
    assert first.fatal is None
    assert reasons(first) == {"ReadingSettings"}
    assert dict(first.requirements) == ASKED
    assert first.resources.keys() == made.keys() - {"service"}
    assert all(composed.manifest["spec"] == seen[key]["spec"] for key, composed in first.resources.items())


@pytest.mark.parametrize("document", [xr({}), xr(worker(), name="x" * 60)])
def test_nor_is_a_claim_judged_before(document: Manifest) -> None:
    assert render(Request(xr=document, platform=NAMED, required={})).fatal is None
    assert render(request(NAMED, {}, document=document)).fatal is not None


def test_a_missing_object_changes_nothing_and_is_said() -> None:
    answer = render(request(NAMED))
    assert answer.fatal == (
        "PlatformConfig.spec.settings.name: EnvironmentConfig 'own', which has the platform's settings, does not "
        "exist. Hint: create it; with data: {}, only the settings of the Composition apply"
    )
    assert (reasons(answer), dict(answer.resources)) == ({"SettingsNotFound"}, {})
    assert dict(answer.requirements) == ASKED
    assert answer.ttl_seconds == 60


def test_an_optional_one_may_be_missing() -> None:
    answer = render(request(OPTIONAL))
    assert answer.fatal is None
    assert account(answer) == "A"
    assert "settings" not in answer.status
    assert answer.requirements.items() >= ASKED.items()


def test_but_not_after_it_was_used() -> None:
    used: Manifest = {**CLAIM, "status": {"settings": "own"}}
    assert reasons(render(request(OPTIONAL, document=used))) == {"SettingsNotFound"}
    assert render(request(OPTIONAL, {}, document=used)).fatal is None


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({"nats": {"account": "a b"}}, "EnvironmentConfig.data.nats.account: must be a NATS account: letters"),
        ({"natz": {}}, "EnvironmentConfig.data.natz: unknown field; did you mean 'nats'?"),
        ([], "EnvironmentConfig.data: must be an object with the fields of PlatformConfig.spec"),
        ({"settings": {"name": "other"}}, "EnvironmentConfig.data.settings: an object with settings cannot name"),
        ({"defaultSize": "huge"}, "EnvironmentConfig.data.defaultSize: defaultSize must be one of the sizes"),
    ],
)
def test_a_broken_object_changes_nothing_and_is_said(data: Json, text: str) -> None:
    answer = render(request(NAMED, data))
    assert answer.fatal is not None
    assert answer.fatal.startswith(text)
    assert (reasons(answer), dict(answer.resources)) == ({"PlatformConfigInvalid"}, {})
    assert dict(answer.requirements) == ASKED


@pytest.mark.parametrize(
    ("settings", "text"),
    [
        ("own", "PlatformConfig.spec.settings: must be an object; got a string"),
        ({}, "PlatformConfig.spec.settings.name: required field missing"),
        ({"name": "own", "key": "a"}, "PlatformConfig.spec.settings.key: unknown field"),
    ],
)
def test_a_name_that_is_wrong(settings: Json, text: str) -> None:
    answer = render(request(platform(settings=settings)))
    assert answer.fatal is not None
    assert answer.fatal.startswith(text)
    assert reasons(answer) == {"PlatformConfigInvalid"}


def test_where_nobody_fetches_it() -> None:
    alone = Request(xr=CLAIM, platform=NAMED)
    assert "is not fetched by Crossplane" in str(render(alone).fatal)
    assert account(render(replace(alone, platform=OPTIONAL))) == "A"


@pytest.mark.parametrize("document", [xr({}), xr(worker(image="a b"))])
def test_the_object_is_watched_although_the_claim_is_wrong(document: Manifest) -> None:
    answer = render(request(NAMED, {}, document=document))
    assert answer.fatal is not None
    assert answer.requirements.items() >= ASKED.items()
    assert "settings" not in answer.status
