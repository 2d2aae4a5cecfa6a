"""Each observed state gives exactly this status: it is in tests/status/golden, which tests/status/table.py rewrites."""

import pytest

from function.apis.registry import APIS, REASONS
from function.base.condition import TYPES
from function.base.manifest import items_at, text_at
from function.base.outcome import Outcome
from function.refused import crashed, too_large
from tests.status.scene import RECORDED
from tests.status.states import STATES
from tests.status.table import GOLDEN, texts

NAMES = sorted(STATES)
SECRETS = ("hunter2", "aHVudGVyMg", "abcdef")


@pytest.fixture(scope="module")
def outcomes() -> dict[str, Outcome]:
    return {name: state.outcome() for name, state in STATES.items()}


def test_there_are_enough_states_and_every_recording_is_one() -> None:
    assert len(STATES) >= 100
    assert {f"recorded-{file.stem}" for file in RECORDED.glob("*.yaml")} <= STATES.keys()


def test_the_files_are_those_of_the_states() -> None:
    assert {file.stem for file in GOLDEN.glob("*.yaml")} == STATES.keys()


@pytest.mark.parametrize("name", NAMES)
def test_the_status_is_the_expected_one(name: str) -> None:
    file = GOLDEN / f"{name}.yaml"
    assert texts([name])[file] == file.read_text(), "if that is meant: python -m tests.status.table"


@pytest.mark.parametrize("name", NAMES)
def test_all_conditions_are_told_with_registered_reasons(name: str, outcomes: dict[str, Outcome]) -> None:
    outcome = outcomes[name]
    assert tuple(condition.type for condition in outcome.conditions) == TYPES
    for condition in outcome.conditions:
        reason = REASONS[condition.reason]
        evaluated = outcome.fatal is None or condition.type in ("Validated", "Operational")
        if condition.type in reason.conditions and evaluated:
            assert condition.status == reason.status
        else:
            assert outcome.fatal is not None
            assert condition.status == "Unknown"


@pytest.mark.parametrize("name", NAMES)
def test_objects_are_told_with_registered_reasons(name: str, outcomes: dict[str, Outcome]) -> None:
    for ref in items_at(outcomes[name].status, "resourceRefs"):
        assert text_at(ref, "reason") in REASONS


@pytest.mark.parametrize("name", NAMES)
def test_the_roll_up_agrees_with_readiness(name: str, outcomes: dict[str, Outcome]) -> None:
    outcome = outcomes[name]
    if outcome.conditions[-1].status == "True":
        assert all(composed.ready for composed in outcome.resources.values())
        unknown = {condition.reason for condition in outcome.conditions if condition.status != "True"}
        assert unknown <= ({"NotChecked"} if outcome.status["phase"] in ("Idle", "Paused") else set())
    else:
        assert any(condition.status != "True" for condition in outcome.conditions[:-1]) or not all(
            composed.ready for composed in outcome.resources.values()
        )


@pytest.mark.parametrize("name", NAMES)
def test_nothing_secret_or_fleeting_is_said(name: str) -> None:
    file = GOLDEN / f"{name}.yaml"
    text = file.read_text()
    assert not [word for word in (*SECRETS, "84cd8786c7", "64475cb79b", "x2v4z", "2026-") if word in text]


@pytest.mark.parametrize("name", NAMES)
def test_the_same_state_gives_the_same_answer(name: str, outcomes: dict[str, Outcome]) -> None:
    assert STATES[name].outcome() == outcomes[name]


@pytest.mark.parametrize("name", NAMES)
def test_the_status_fits_its_declaration(name: str, outcomes: dict[str, Outcome]) -> None:
    status, kind = outcomes[name].status, str(STATES[name].xr["kind"]).removeprefix("X")
    again = APIS[kind].status.model_validate(status) if status else None
    assert again is None or again.model_dump(by_alias=True, exclude_none=True) == status


def test_every_reason_is_given_by_some_state(outcomes: dict[str, Outcome]) -> None:
    given = {condition.reason for outcome in outcomes.values() for condition in outcome.conditions}
    given |= {
        text_at(ref, "reason") for outcome in outcomes.values() for ref in items_at(outcome.status, "resourceRefs")
    }
    for outcome in (crashed("0123456789ab"), too_large("too large")):
        given |= {condition.reason for condition in outcome.conditions}
    missing = sorted(REASONS.keys() - given)
    assert not missing, f"add states to tests/status/states that give {missing}"
    assert given <= REASONS.keys()


@pytest.mark.parametrize(
    ("failure", "name"),
    [
        ("missing secret", "recorded-missing-secret"),
        ("image pull", "recorded-image-pull-error"),
        ("init container", "init-container-fails"),
        ("autoscaler trigger", "recorded-trigger-error"),
    ],
)
def test_the_four_failures_of_every_team_are_told_apart(failure: str, name: str, outcomes: dict[str, Outcome]) -> None:
    reason = REASONS[outcomes[name].conditions[-1].reason]
    assert reason.failure == failure
    assert reason.steps
