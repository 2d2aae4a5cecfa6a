import pytest
from hypothesis import HealthCheck, settings

# deadlines and this check look at the clock: they would fail on a machine that is busy
settings.register_profile("without-clock", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("without-clock")

# the verbs compare whole values: without this a failure would not show what differs
pytest.register_assert_rewrite("tests.support", "tests.cel")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest test: as the last one, it would run while other processes have nothing to do."""
    items.sort(key=lambda item: not item.nodeid.startswith("tests/plug_ins/test_samples.py"))
