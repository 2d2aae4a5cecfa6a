import pytest

from function.apis.event_driven_service.model.service import EventDrivenService
from function.apis.event_driven_service.removals import explained, keeps
from function.apis.event_driven_service.resolve import prepare
from function.apis.event_driven_service.resources import KEYS
from function.base.identity import Identity
from function.base.manifest import Manifest
from function.base.request import Request
from function.base.validation import parse
from function.platform.config import PlatformConfig
from function.render import render
from tests.documents import LOOSE, worker, xr
from tests.full import FULL

IDENTITY = Identity(scope="claims", name="orders", namespace="shop")
ALWAYS = {"deployment", "service", "serviceaccount"}
SPECS: list[Manifest] = [
    {},
    {"scaling": {"enabled": False}},
    {"metrics": {}},
    {"metrics": {"port": 8080}},
    {"metrics": {"port": 9090}},
    {"metrics": {"enabled": False, "port": 9090}},
    {"disruptionBudget": {"maxUnavailable": "1"}},
    FULL,
]


def spec(fields: Manifest) -> EventDrivenService:
    parsed, problems = parse(EventDrivenService, worker(**fields), "spec")
    assert parsed is not None, problems
    return parsed


def without(fields: Manifest) -> frozenset[str]:
    return explained(spec(fields), PlatformConfig())


@pytest.mark.parametrize("fields", SPECS)
def test_what_is_not_composed_is_exactly_what_the_spec_does_without(fields: Manifest) -> None:
    composed = render(Request(xr=xr(worker(**fields)), platform=LOOSE)).resources.keys()
    assert composed <= KEYS
    assert KEYS - composed == without(fields)


def test_every_key_is_always_there_or_explained_by_some_spec() -> None:
    """A kind that the guard has not heard of could never go again, and one that is gone would be deleted."""
    assert ALWAYS.union(*(without(fields) for fields in SPECS)) == KEYS


def test_a_network_policy_goes_with_the_setting() -> None:
    enabled = PlatformConfig.model_validate({"networkPolicy": {"enabled": True}})
    assert "networkpolicy" not in explained(spec({}), enabled)
    assert "networkpolicy" in explained(spec({}), PlatformConfig())


@pytest.mark.parametrize("fields", SPECS)
def test_the_service_itself_is_never_done_without(fields: Manifest) -> None:
    assert not without(fields) & ALWAYS


@pytest.mark.parametrize("before", SPECS)
@pytest.mark.parametrize("after", SPECS)
def test_any_edit_of_the_spec_is_safe(before: Manifest, after: Manifest) -> None:
    made = {
        key: dict(composed.manifest)
        for key, composed in render(Request(xr=xr(worker(**before)), platform=LOOSE)).resources.items()
    }
    assert render(Request(xr=xr(worker(**after)), observed=made, platform=LOOSE)).fatal is None


@pytest.mark.parametrize("fields", SPECS)
def test_everything_else_is_kept(fields: Manifest) -> None:
    resolved = prepare(spec(fields), IDENTITY, PlatformConfig())
    assert {key for key in KEYS if keeps(resolved, key)} == KEYS - without(fields)


@pytest.mark.parametrize(("name", "namespace"), [("orders", "elsewhere"), ("other", "shop")])
def test_a_claim_that_stands_for_another_one_is_refused(name: str, namespace: str) -> None:
    made = {key: dict(composed.manifest) for key, composed in render(Request(xr=xr(worker()))).resources.items()}
    answer = render(Request(xr=xr(worker(), name=name, namespace=namespace), observed=made))
    assert "EP314" in {problem.code for problem in answer.problems}
    assert answer.conditions[-1].reason == "UnsafeChange"
    assert not answer.resources
