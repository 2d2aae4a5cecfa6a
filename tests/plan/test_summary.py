import pytest

from function.plan.summary import summary
from function.plan.verdict import Action, ClaimPlan, Plan
from tests.plan.plans import EVERY, NOTHING, planned


def of(*actions: Action) -> str:
    return summary(Plan((ClaimPlan(kind="K", namespace="n", name="a", objects=tuple(map(planned, actions))),)))


def test_the_four_counts_are_always_there() -> None:
    assert summary(NOTHING) == "0 to add, 0 to change, 0 restart pods, 0 to delete"


@pytest.mark.parametrize(
    ("actions", "text"),
    [
        ((Action.CREATE, Action.CREATE, Action.CHANGE), "2 to add, 1 to change, 0 restart pods, 0 to delete"),
        ((Action.RESTART,), "0 to add, 1 to change, 1 restarts pods, 0 to delete"),
        ((Action.RESTART, Action.RESTART), "0 to add, 2 to change, 2 restart pods, 0 to delete"),
        ((Action.UPGRADE, Action.UPGRADE), "0 to add, 2 to change, 0 restart pods, 0 to delete, 2 upgrade jobs"),
        ((Action.KEEP,), "0 to add, 0 to change, 0 restart pods, 0 to delete, 1 kept"),
        ((Action.REFUSE,), "0 to add, 0 to change, 0 restart pods, 0 to delete, 1 refused"),
    ],
)
def test_the_others_are_there_if_they_occur(actions: tuple[Action, ...], text: str) -> None:
    assert of(*actions) == text


def test_all_of_them_together() -> None:
    expected = "1 to add, 3 to change, 1 restarts pods, 1 to delete, 1 upgrades a job, 1 kept, 2 refused"
    assert summary(EVERY) == expected
