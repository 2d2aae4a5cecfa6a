import re
from typing import get_args

import pytest

from function.apis.registry import APIS, REASONS
from function.base.condition import TYPES, Condition, Effect
from function.publish.pages.conditions import about, body, conditions_page
from function.status.roll_up import roll_up

PAGE = conditions_page(REASONS.values())
PLACEHOLDERS = {
    "<binding>",
    "<claim>",
    "<consumer>",
    "<folder>",
    "<incident>",
    "<kind>",
    "<name>",
    "<namespace of the cluster>",
    "<namespace>",
    "<pull secret>",
    "<stream>",
}


def test_every_reason_has_one_section_and_every_section_a_reason() -> None:
    assert re.findall("^## (.*)$", PAGE, re.MULTILINE) == sorted(REASONS)


def test_every_reason_is_in_the_index_by_severity() -> None:
    severities = [int(number) for number in re.findall(r"^\| \[.*\| (\d+) \|$", PAGE, re.MULTILINE)]
    assert severities == sorted(severities)
    assert len(severities) == len(REASONS)


@pytest.mark.parametrize("kind", TYPES)
def test_every_condition_is_explained(kind: str) -> None:
    assert f"- **{kind}**: " in PAGE


@pytest.mark.parametrize("name", sorted(REASONS))
def test_placeholders_are_shown_as_such(name: str) -> None:
    text = body(REASONS[name])
    assert "{" not in text
    assert REASONS[name].meaning in text


def test_the_order_of_the_reasons_does_not_matter() -> None:
    assert conditions_page(reversed(list(REASONS.values()))) == PAGE


def test_a_reason_that_no_condition_shows_says_where_it_stands() -> None:
    alone = [name for name, reason in REASONS.items() if not reason.conditions]
    assert alone
    for name in alone:
        assert "- shown in: `status.resourceRefs` only" in body(REASONS[name])
        assert "- conditions: " not in body(REASONS[name])
        assert "- message: " not in body(REASONS[name])
        assert f"`{name}`" in PAGE.partition("| reason |")[0]


def test_every_effect_is_explained_with_the_phase_of_each_api() -> None:
    for effect in get_args(Effect):
        (row,) = re.findall(rf"^\| {effect} \| (.*) \|$", PAGE, re.MULTILINE)
        assert row.split(" | ")[1:] == [api.phases[effect] for api in APIS.values()]


@pytest.mark.parametrize(
    ("name", "effect"),
    [
        ("CrashLooping", "blocked; phase Blocked, or Degraded while pods serve (EventDrivenService)"),
        ("ObjectsPending", "progressing; phase Pending (InfraBinding)"),
        (
            "CRDMissing",
            "blocked; phase Blocked, or Degraded while pods serve (EventDrivenService), Blocked (InfraBinding)",
        ),
        ("Idle", "idle; phase Idle (EventDrivenService)"),
        ("Found", "healthy"),
        ("InvalidSpec", "blocked"),
        ("NotMade", "progressing"),
    ],
)
def test_the_phase_is_that_of_the_apis_that_can_show_the_reason(name: str, effect: str) -> None:
    assert f"\n- effect: {effect}\n" in body(REASONS[name])


@pytest.mark.parametrize("name", [name for name, reason in REASONS.items() if reason.status != "True"])
def test_what_needs_a_look_ends_with_a_command(name: str) -> None:
    last = body(REASONS[name]).splitlines()[-1]
    assert re.search(r"`(kubectl|platformctl|nats|docker|curl) [^`]+`", last), last


@pytest.mark.parametrize("command", sorted({*re.findall(r"`((?:kubectl|platformctl) [^`]+)`", PAGE)}))
def test_commands_can_be_copied(command: str) -> None:
    assert set(re.findall("<[^>]*>", command)) <= PLACEHOLDERS
    named = re.search(
        r"(get|describe|delete|logs|port-forward) "
        r"(?!providerconfigs|environmentconfigs|composite|objects\.kubernetes\.crossplane)",
        command,
    )
    assert not named or " -n " in command


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("CRDMissing", ("Degraded", "blocked; phase Blocked, or Degraded while pods serve")),
        ("ObjectPaused", ("Paused", "paused; phase Paused")),
    ],
)
def test_page_and_behaviour_agree_while_pods_serve(name: str, said: tuple[str, str]) -> None:
    phase, effect = said
    reason = REASONS[name]
    condition = Condition("AutoscalerReady", reason.status, reason.name, "x", reason.effect)
    rolled_up = roll_up([condition], [], healthy=REASONS["Operational"], serving=True)
    assert APIS["EventDrivenService"].phases[rolled_up.effect] == phase
    assert f"- effect: {effect}" in body(reason)


def test_a_reason_without_steps_has_no_list() -> None:
    assert "\n1. " not in body(REASONS["Valid"])
    assert "\n1. " in body(REASONS["SecretNotFound"])


@pytest.mark.parametrize("kind", TYPES)
def test_reasons_of_a_condition_come_in_order_of_severity(kind: str) -> None:
    named = re.findall(r"^- (\w+) \(", about(kind, REASONS.values()), re.MULTILINE)
    severities = [REASONS[name].severity for name in named]
    assert severities == sorted(severities)
    assert [name for name in named if kind not in REASONS[name].conditions] == []


def test_what_is_no_condition_has_no_section() -> None:
    with pytest.raises(KeyError):
        about("Ready", REASONS.values())
