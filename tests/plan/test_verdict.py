from function.plan.verdict import CHANGES, Action
from tests.plan.plans import EVERY, NOTHING


def test_an_empty_plan_counts_nothing() -> None:
    assert (list(NOTHING.objects), NOTHING.refused, NOTHING.count(*Action)) == ([], 0, 0)


def test_each_object_is_counted_by_its_action() -> None:
    assert [EVERY.count(action) for action in Action] == [1] * len(Action)
    assert EVERY.count(*CHANGES) == 3


def test_refused_are_claims_and_single_objects() -> None:
    assert EVERY.refused == 2
