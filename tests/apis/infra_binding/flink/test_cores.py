import pytest

from function.apis.infra_binding.deployment.compute import Amounts
from function.apis.infra_binding.flink.cores import at_least_a_tenth


@pytest.mark.parametrize(("cores", "enough"), [(None, True), (0.1, True), (1, True), (0, False), (0.09, False)])
def test_a_process_of_flink_has_at_least_a_tenth_of_a_core(cores: float | None, enough: bool) -> None:
    assert at_least_a_tenth("cpu").holds(Amounts.model_construct(cpu=cores)) is enough


def test_the_rule_names_the_field() -> None:
    rule = at_least_a_tenth("task_cpu")
    assert (rule.field, rule.code) == ("task_cpu", "EP105")
    assert rule.cel == "!has(self.task_cpu) || self.task_cpu >= 0.1"
