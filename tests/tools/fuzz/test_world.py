from collections.abc import Callable
from dataclasses import replace

import pytest

from function.base.outcome import Outcome
from function.base.request import Request
from function.render import render
from tests.documents import worker, xr
from tools.fuzz import world as module
from tools.fuzz.invariants import Violation
from tools.fuzz.world import World


@pytest.fixture
def world() -> World:
    """Return a world in which a service runs."""
    started = World(xr(worker()), {})
    started.reconcile()
    started.follow(started.existing.keys())
    assert started.reconcile().conditions[-1].status == "True"
    assert started.behind == set()
    return started


def answering(monkeypatch: pytest.MonkeyPatch, change: Callable[[Outcome], Outcome]) -> None:
    monkeypatch.setattr(module, "render", lambda seen: change(render(seen)))


def operational(outcome: Outcome) -> Outcome:
    last = replace(outcome.conditions[-1], status="True")
    return replace(outcome, conditions=(*outcome.conditions[:-1], last))


def without_service(outcome: Outcome) -> Outcome:
    return replace(outcome, resources={key: made for key, made in outcome.resources.items() if key != "service"})


def test_a_status_ahead_of_what_was_asked_is_found(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, operational)
    world.reconcile()
    world.xr = xr(worker(image="ghcr.io/example/orders:2"))
    with pytest.raises(Violation, match="ahead of what was asked"):
        world.reconcile()


def test_a_status_ahead_of_the_provider_is_found(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.behind.add("service")
    answering(monkeypatch, operational)
    with pytest.raises(Violation, match="ahead of the provider: service"):
        world.reconcile()


def test_a_resource_that_goes_for_no_reason_is_found(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    real = iter([without_service])
    monkeypatch.setattr(module, "render", lambda seen: next(real, lambda outcome: outcome)(render(seen)))
    with pytest.raises(Violation, match="no drop: service"):
        world.reconcile()


def test_a_resource_that_settings_let_go_is_found(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, without_service)
    with pytest.raises(Violation, match="no drop by settings: service"):
        world.reconcile()


def test_a_resource_that_settings_replace_may_go(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def renamed(outcome: Outcome) -> Outcome:
        made = {"other" if key == "service" else key: composed for key, composed in outcome.resources.items()}
        return replace(outcome, resources=made)

    monkeypatch.setattr(module, "render", lambda seen: renamed(render(replace(seen, observed={}))))
    world.reconcile()
    assert "service" not in world.existing
    assert "other" in world.existing


def test_what_the_claim_does_without_may_go(world: World) -> None:
    world.xr = xr(worker(scaling={"enabled": False}))
    assert "scaledobject" in world.existing
    world.reconcile()
    assert "scaledobject" not in world.existing


def test_a_refused_edit_changes_nothing_and_can_be_taken_back(world: World) -> None:
    before = dict(world.existing)
    world.xr = xr(worker(size="?"))
    assert world.reconcile().fatal is not None
    world.take_back()
    assert world.xr == xr(worker())
    assert world.existing == before


def test_the_generation_of_what_changed_grows_and_the_cluster_is_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    edited = World(xr(worker()), {})
    edited.reconcile()
    edited.follow(["service"])
    assert edited.behind == {"serviceaccount", "deployment", "scaledobject"}
    edited.xr = xr(worker(image="ghcr.io/example/orders:2"))
    outcome = render(Request(xr=edited.xr, observed=edited.existing))
    assert outcome.conditions[-1].status != "True"
    edited.reconcile()
    generations = {key: made["metadata"] for key, made in edited.existing.items()}
    assert isinstance(generations["deployment"], dict)
    assert generations["deployment"]["generation"] == 2
