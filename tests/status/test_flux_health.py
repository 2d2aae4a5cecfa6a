"""The expressions by which Flux waits for services: current when operational, whatever Ready still says."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from function.apis.registry import APIS
from function.base.identity import Scope
from function.base.manifest import Json
from tests.cel import judge
from tests.status.applied import GENERATION, applied, in_scope
from tests.status.states import STATES

KUSTOMIZATION: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[2] / "package" / "gitops" / "flux" / "services.yaml").read_text()
)
CHECKS = {check["kind"]: check for check in KUSTOMIZATION["spec"]["healthCheckExprs"]}
CURRENT = {check["current"] for check in CHECKS.values()}


def current(status: Json) -> bool:
    (expression,) = CURRENT
    return judge(expression, "status", status)


def test_every_api_is_waited_for_in_the_same_words() -> None:
    assert CHECKS.keys() == APIS.keys()
    assert {check["apiVersion"] for check in CHECKS.values()} == {"platform.bizmatters.io/v1alpha1"}
    assert len(CURRENT) == 1
    assert KUSTOMIZATION["spec"]["wait"]


@pytest.mark.parametrize("scope", ["claims", "namespaced"])
@pytest.mark.parametrize("name", sorted(STATES))
def test_each_state_is_current_exactly_when_it_is_operational(name: str, scope: Scope) -> None:
    outcome = in_scope(STATES[name], scope).outcome()
    assert current(applied(outcome, scope)["status"]) == (outcome.conditions[-1].status == "True")


@pytest.mark.parametrize("scope", ["claims", "namespaced"])
@pytest.mark.parametrize("edited", [False, True])
def test_what_is_refused_is_not_current_though_ready_may_be_old(scope: Scope, edited: bool) -> None:
    healthy, refused = (in_scope(STATES[name], scope).outcome() for name in ("healthy", "invalid-spec"))
    shown = applied(refused, scope, GENERATION + edited, before=healthy if edited else None)
    assert not current(shown["status"])


@pytest.mark.parametrize(
    "conditions",
    [
        pytest.param([], id="none yet"),
        pytest.param([{"type": "Ready", "status": "True"}], id="Crossplane's alone"),
        pytest.param([{"type": "Operational", "status": "Unknown"}], id="not known yet"),
        pytest.param([{"type": "Validated", "status": "True"}], id="another of ours"),
    ],
)
def test_what_does_not_count(conditions: Json) -> None:
    assert not current({"conditions": conditions})


def test_a_phase_that_was_written_before_its_conditions_counts() -> None:
    status = applied(STATES["healthy"].outcome(), "namespaced")["status"]
    assert isinstance(status, dict)
    assert current(status)
    for phase in ("Pending", "Progressing", "Blocked"):
        assert not current({**status, "phase": phase})
