import pytest

from function.apis.infra_binding.deployment.compute import Offered
from function.apis.infra_binding.flink.process import Process
from function.apis.infra_binding.jobs.sizes import Sizes

TASK = Process(task_memory="2gb", task_cpu=1.5, managed_memory="512mb", network_memory="128mb")


def sizes(offered: Offered | None = None, *, uses: bool = True) -> Sizes:
    return Sizes(settings=TASK, offered=offered or Offered(), uses_managed_memory=uses)


def test_without_a_size_a_task_manager_is_that_of_one_task() -> None:
    found = sizes()
    assert (found.slots, found.memory, found.cpu) == (1, "2gb", 1.5)
    assert (found.managed_memory, found.network_memory) == ("512mb", "128mb")


def test_parts_of_the_memory_are_those_of_all_tasks() -> None:
    found = sizes(Offered(cpu=6, memory="8gb"))
    assert (found.slots, found.memory, found.cpu) == (4, "8gb", 6)
    assert (found.managed_memory, found.network_memory) == ("2048mb", "512mb")
    assert found.parts.fits


@pytest.mark.parametrize(
    ("offered", "memory", "cpu"),
    [(Offered(cpu=3), "4gb", 3), (Offered(memory="6gb"), "6gb", 4.5), (Offered(slots=2), "4gb", 3)],
)
def test_what_is_not_given_is_as_much_as_the_tasks_need(offered: Offered, memory: str, cpu: float) -> None:
    assert (sizes(offered).memory, sizes(offered).cpu) == (memory, cpu)


def test_a_task_that_does_not_fit_has_a_slot_all_the_same() -> None:
    found = sizes(Offered(memory="1gb"))
    assert (found.fitting, found.slots) == (0, 1)


def test_a_state_backend_without_a_use_for_managed_memory_gets_none() -> None:
    assert sizes(uses=False).managed_memory == "0b"
    assert not sizes(uses=False).has_managed_memory
