from function.apis.infra_binding.isolation.isolated import Isolated
from function.apis.infra_binding.member import Made


def test_the_path_is_that_of_the_part() -> None:
    made = Made(unmanaged="nothing")
    assert Isolated(name="jobs", physical="pods", made=made, wants=()).path == "network_policies.jobs"
