from typing import get_args

import pytest

from function.apis.registry import APIS, REASONS, phases
from function.base.condition import Effect


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("CRDMissing", {"EventDrivenService": "Blocked", "InfraBinding": "Blocked"}),
        ("ResourcesPending", {"EventDrivenService": "Progressing", "InfraBinding": "Pending"}),
        ("CrashLooping", {"EventDrivenService": "Blocked"}),
        ("AutoscalerConflict", {"EventDrivenService": "Blocked"}),
        ("Operational", {"EventDrivenService": "Running"}),
        ("BindingReady", {"InfraBinding": "Ready"}),
    ],
)
def test_a_reason_has_a_phase_where_it_can_be_shown(reason: str, expected: dict[str, str]) -> None:
    assert phases(REASONS[reason]) == expected


@pytest.mark.parametrize("kind", APIS)
def test_every_effect_has_a_phase(kind: str) -> None:
    assert APIS[kind].phases.keys() == set(get_args(Effect))


def test_every_reason_can_be_shown_by_some_api() -> None:
    assert [name for name, reason in REASONS.items() if not phases(reason)] == []
