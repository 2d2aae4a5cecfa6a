"""The health script for Argo CD, run by a Lua interpreter on claims in every state of the table."""

from pathlib import Path
from typing import Any

import pytest
from lupa.lua51 import LuaRuntime

from function.base.manifest import Json, Manifest, mapping_at
from function.base.outcome import Outcome
from tests.status.states import STATES

SCRIPT = (Path(__file__).parent.parent.parent / "package" / "gitops" / "argocd" / "health.lua").read_text()
HEALTH = {
    "Blocked": "Degraded",
    "Degraded": "Degraded",
    "Idle": "Healthy",
    "Paused": "Suspended",
    "Pending": "Progressing",
    "Progressing": "Progressing",
    "Ready": "Healthy",
    "Running": "Healthy",
}

UNDERWAY = sorted(
    name
    for name, state in STATES.items()
    if state.outcome().status.get("phase") in ("Pending", "Progressing", "Blocked")
)


def _table(lua: Any, value: Json) -> Any:
    if isinstance(value, dict):
        return lua.table_from({key: _table(lua, item) for key, item in value.items()})
    if isinstance(value, list | tuple):
        return lua.table_from([_table(lua, item) for item in value])
    return value


def health(claim: Manifest) -> tuple[str, str]:
    lua = LuaRuntime(register_eval=False)
    lua.globals().obj = _table(lua, claim)
    answer = lua.execute(SCRIPT)
    return answer["status"], answer["message"]


def claim_in(outcome: Outcome, xr: Manifest, **synced: Json) -> Manifest:
    """Return the claim as Crossplane leaves it after such an answer."""
    conditions: list[Json] = [{"type": "Synced", "status": "True", "observedGeneration": 3, **synced}]
    conditions += [
        {"type": condition.type, "status": condition.status, "reason": condition.reason, "message": condition.message}
        for condition in outcome.conditions
    ]
    spec = mapping_at(xr, "spec")
    return {"metadata": {"generation": 3}, "spec": dict(spec), "status": {**outcome.status, "conditions": conditions}}


@pytest.mark.parametrize("name", sorted(STATES))
def test_each_state_has_its_health(name: str) -> None:
    state = STATES[name]
    outcome = state.outcome()
    phase = str(outcome.status.get("phase", "Blocked"))
    operational = outcome.conditions[-1]
    expected = "Healthy" if phase == "Degraded" and operational.status == "True" else HEALTH[phase]
    assert health(claim_in(outcome, state.xr)) == (expected, operational.message)


HEALTHY = claim_in(STATES["healthy"].outcome(), STATES["healthy"].xr)


def changed(**parts: Json) -> Manifest:
    return {**HEALTHY, **parts}


def rendered(generation: float) -> Manifest:
    """Return a namespaced composite of generation 3 whose status is about this one."""
    return changed(status={**mapping_at(HEALTHY, "status"), "observedGeneration": generation})


@pytest.mark.parametrize(
    ("claim", "status", "why"),
    [
        ({"metadata": {}, "spec": {}}, "Progressing", "just made"),
        ({"metadata": {}, "spec": {}, "status": {}}, "Progressing", "no condition yet"),
        ({"metadata": {}, "spec": {}, "status": {"conditions": []}}, "Progressing", "no condition yet"),
        (changed(metadata={"generation": 4}), "Progressing", "Crossplane has not seen the change"),
        (changed(metadata={"generation": 3, "deletionTimestamp": "x"}), "Progressing", "being deleted"),
        (changed(spec={"image": "ghcr.io/example/orders:2"}), "Progressing", "another image is asked for"),
        (changed(spec={}), "Healthy", "an API without image"),
        (rendered(3), "Healthy", "a namespaced composite, rendered as it is"),
        (rendered(2), "Progressing", "a namespaced composite, an edit is not rendered yet"),
        (rendered(3.0), "Healthy", "numbers may be floats"),
    ],
)
def test_what_no_state_of_the_function_shows(claim: Manifest, status: str, why: str) -> None:
    assert health(claim)[0] == status, why


def test_a_claim_that_cannot_be_applied_is_degraded() -> None:
    claim = claim_in(STATES["healthy"].outcome(), STATES["healthy"].xr, status="False", message="no right to")
    assert health(claim) == ("Degraded", "no right to")


def test_in_the_first_moment_that_is_no_fault_yet() -> None:
    synced: Manifest = {"type": "Synced", "status": "False", "message": "no right to"}
    assert health(changed(status={"conditions": [synced]})) == ("Progressing", "no right to")


def test_a_paused_claim_is_suspended() -> None:
    claim = claim_in(STATES["healthy"].outcome(), STATES["healthy"].xr, status="False", reason="ReconcilePaused")
    assert health(claim)[0] == "Suspended"


def test_a_refused_edit_is_degraded_though_the_old_status_stays() -> None:
    refused = STATES["invalid-spec"].outcome()
    stale = STATES["healthy"].outcome().status
    conditions = mapping_at(claim_in(refused, STATES["healthy"].xr), "status")["conditions"]
    assert health(changed(status={**stale, "conditions": conditions}))[0] == "Degraded"


@pytest.mark.parametrize(
    "name",
    [
        "edit-not-asked-for",
        "edit-of-a-service-that-fails",
        "direct-edit-not-asked-for",
        "scaler-edit-not-asked-for",
        "budget-edit-not-asked-for",
        "binding-edit-not-asked-for",
    ],
)
def test_an_edit_that_the_cluster_has_not_taken_is_progressing(name: str) -> None:
    outcome = STATES[name].outcome()
    assert health(claim_in(outcome, STATES[name].xr)) == ("Progressing", "changes are being applied")


def test_a_fault_is_one_even_if_the_old_image_runs() -> None:
    blocked = claim_in(STATES["webhook-refuses-deployment"].outcome(), STATES["healthy"].xr)
    blocked["status"] = {**mapping_at(blocked, "status"), "image": "ghcr.io/example/orders:1.0.0"}
    assert health(blocked)[0] == "Degraded"


@pytest.mark.parametrize("name", UNDERWAY)
def test_a_phase_that_was_written_before_its_conditions_counts(name: str) -> None:
    healthy = STATES["healthy"]
    claim = claim_in(healthy.outcome(), healthy.xr)
    status = {**mapping_at(claim, "status"), **STATES[name].outcome().status}
    assert health({**claim, "status": status})[0] == "Progressing"
