import re
from typing import get_args

import pytest

from function.apis.registry import APIS, REASONS
from function.base.condition import TYPES, Effect
from function.publish.pages.conditions import body, conditions_page

PAGE = conditions_page(REASONS.values())


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
        ("CrashLooping", "blocked; phase Blocked (EventDrivenService)"),
        ("ObjectsPending", "progressing; phase Pending (InfraBinding)"),
        ("CRDMissing", "blocked; phase Blocked (EventDrivenService), Blocked (InfraBinding)"),
        ("Idle", "idle; phase Idle (EventDrivenService)"),
        ("Found", "healthy"),
        ("InvalidSpec", "blocked"),
        ("NotMade", "progressing"),
    ],
)
def test_the_phase_is_that_of_the_apis_that_can_show_the_reason(name: str, effect: str) -> None:
    assert f"\n- effect: {effect}\n" in body(REASONS[name])


def test_a_reason_without_steps_has_no_list() -> None:
    assert "\n1. " not in body(REASONS["Valid"])
    assert "\n1. " in body(REASONS["SecretNotFound"])
