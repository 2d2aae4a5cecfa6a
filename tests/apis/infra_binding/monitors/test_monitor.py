from function.apis.infra_binding.member import Made
from function.apis.infra_binding.monitors.monitor import Monitor


def test_its_path_is_that_of_the_field() -> None:
    assert Monitor(name="metrics", physical="prometheus", made=Made()).path == "monitoring.metrics"
