from collections.abc import Callable

import pytest

from function import fn
from function.base.condition import Condition
from function.base.manifest import Manifest
from function.base.outcome import Composed, Outcome
from function.base.request import Request
from function.plan import cluster
from function.render import render
from tests.documents import platform, worker, xr
from tools.fuzz import answered as module
from tools.fuzz.answered import answered
from tools.fuzz.invariants import Violation
from tools.fuzz.message import CANARY, request

CONFIGURED = worker(disruptionBudget={"minAvailable": 1}, metrics={"enabled": True})


def running(spec: Manifest, **changes: object) -> bytes:
    """Return a request in which all that CONFIGURED makes runs."""
    composed = {key: made.manifest for key, made in render(Request(xr=xr(CONFIGURED))).resources.items()}
    return request({"xr": xr(spec), "observed": {**cluster.observed(composed)}})


def broken(monkeypatch: pytest.MonkeyPatch, wrong: Callable[[Request], Outcome]) -> None:
    monkeypatch.setattr(module, "answer", lambda data: fn.answer(data, wrong))


def emptied(seen: Request) -> Outcome:
    return Outcome(resources={"other": Composed({"kind": "A"}, ready=True)})


def telling(seen: Request) -> Outcome:
    return Outcome(conditions=(Condition(type="Ready", status="True", reason="Fine", message=CANARY),))


def failing(seen: Request) -> Outcome:
    raise KeyError(CANARY)


def test_the_real_answer_breaks_nothing() -> None:
    assert answered(running(CONFIGURED), canary=CANARY)
    assert answered(running(worker(scaling={"enabled": False})), canary=CANARY)
    assert answered(running({}), canary=CANARY)
    assert answered(b"\xff") is None


@pytest.mark.parametrize(
    ("wrong", "rule"), [(emptied, "no drop"), (telling, "no secret"), (failing, "no crash: incident")]
)
def test_a_wrong_answer_is_found(
    monkeypatch: pytest.MonkeyPatch, wrong: Callable[[Request], Outcome], rule: str
) -> None:
    broken(monkeypatch, wrong)
    with pytest.raises(Violation, match=rule):
        answered(running(CONFIGURED), canary=CANARY)


def test_an_answer_that_varies_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    ttl = iter(range(1, 9))
    broken(monkeypatch, lambda seen: Outcome(ttl_seconds=next(ttl)))
    with pytest.raises(Violation, match="deterministic"):
        answered(running(CONFIGURED))


@pytest.mark.parametrize("key", ["serviceaccount", "deployment", "service", "scaledobject", "poddisruptionbudget"])
def test_each_resource_that_runs_is_guarded(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    def without(seen: Request) -> Outcome:
        outcome = render(seen)
        return Outcome(resources={name: made for name, made in outcome.resources.items() if name != key})

    broken(monkeypatch, without)
    with pytest.raises(Violation, match=f"no drop: {key}"):
        answered(running(CONFIGURED))


def test_before_the_settings_are_known_a_composite_may_be_of_any_kind() -> None:
    built = answered(request({"xr": {}, "platform": platform(settings={"name": "own"})}))
    assert built is not None
    assert b"ReadingSettings" in built
