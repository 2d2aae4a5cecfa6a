import pytest

from function.apis.event_driven_service.status.diagnosis.scheduling import unschedulable
from tests.status.scene import condition


def reasons(message: str) -> str:
    found = unschedulable([condition("PodScheduled", "False", "Unschedulable", message)])
    assert found is not None
    return found.message.partition(". ")[0].removeprefix("the pod cannot be scheduled: ")


@pytest.mark.parametrize(
    ("message", "reported"),
    [
        ("0/1 nodes are available: 1 Insufficient cpu.", "Insufficient cpu"),
        (
            "0/9 nodes are available: 2 Insufficient memory, 7 Insufficient cpu.",
            "Insufficient cpu, Insufficient memory",
        ),
        (
            "0/2 nodes are available: 2 node(s) didn't match Pod's node affinity/selector.",
            "didn't match Pod's node affinity/selector",
        ),
        ("0/2 nodes are available: 2 node(s) had untolerated taint {gpu: secret}.", "had untolerated taint gpu"),
        ("0/2 nodes are available: 2 Too many pods.", "Too many pods"),
        ("0/3 nodes are available: 1 Insufficient nvidia.com/gpu.", "Insufficient nvidia.com/gpu"),
        (
            "0/1 nodes are available: 1 x. preemption: 0/1 nodes are available: 1 Insufficient cpu.",
            "the scheduler gave no reason",
        ),
        ("", "the scheduler gave no reason"),
    ],
)
def test_reasons_are_told_without_numbers(message: str, reported: str) -> None:
    assert reasons(message) == reported


def test_more_nodes_change_nothing() -> None:
    few, many = "0/3 nodes are available: 3 Insufficient cpu.", "0/30 nodes are available: 30 Insufficient cpu."
    assert reasons(few) == reasons(many)


@pytest.mark.parametrize(
    "conditions",
    [
        [],
        [None, 3, {}],
        [condition("PodScheduled", "True")],
        [condition("PodScheduled", "False", "SomethingElse")],
        [condition("Ready", "False", "Unschedulable")],
    ],
)
def test_what_is_no_fault_of_scheduling(conditions: list[None]) -> None:
    assert unschedulable(conditions) is None
