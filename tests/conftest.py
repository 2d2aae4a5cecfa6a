import pytest
from hypothesis import HealthCheck, settings

# deadlines and this check look at the clock: they would fail on a machine that is busy
settings.register_profile("without-clock", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("without-clock")

# the verbs compare whole values: without this a failure would not show what differs
pytest.register_assert_rewrite("tests.support", "tests.cel")
