import pytest

from function.apis.infra_binding.deployment.compute import Offered


@pytest.mark.parametrize(
    ("offered", "slots"),
    [
        (Offered(), 1),
        (Offered(cpu=8), 4),
        (Offered(memory="16gb"), 8),
        (Offered(cpu=8, memory="16gb"), 4),
        (Offered(cpu=32, memory="5gb"), 2),
        (Offered(cpu=8, memory="16gb", slots=3), 3),
        (Offered(cpu=3.9), 1),
        (Offered(cpu=1.9), 0),
        (Offered(memory="2047mb"), 0),
        (Offered(cpu=8, memory="1gb"), 0),
    ],
)
def test_a_task_manager_has_a_slot_for_each_task_that_fits(offered: Offered, slots: int) -> None:
    assert offered.slots_for(2, "2gb") == slots


def test_a_task_without_memory_divides_nothing() -> None:
    assert Offered(cpu=2, memory="1gb").slots_for(1, "0b") == 2
