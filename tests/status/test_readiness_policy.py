"""The policies on Objects judge as the function does: their CEL texts, run by a CEL implementation, on all states."""

import pytest

from function.base.manifest import text_at
from function.delivery.live import state
from function.readiness import deployment
from tests.cel import is_a_truth_value, judge
from tests.status.states import STATES

WITH_DEPLOYMENT = sorted(name for name, shown in STATES.items() if state(shown.observed.get("deployment", {})).live)
MINIMA = (0, 1, 4)


@pytest.mark.parametrize("name", WITH_DEPLOYMENT)
@pytest.mark.parametrize("minimum", MINIMA)
def test_provider_and_function_agree_on_the_deployment(name: str, minimum: int) -> None:
    seen = state(STATES[name].observed["deployment"]).live
    rule = deployment.readiness(minimum)
    if name == "malformed":  # what no API server serves; there a failed query means "not ready" as well
        assert not rule.ready(seen)
        return
    assert judge(text_at(rule.policy, "celQuery"), "object", seen) == rule.ready(seen)


@pytest.mark.parametrize("minimum", MINIMA)
def test_the_query_has_the_one_type_that_the_provider_takes(minimum: int) -> None:
    assert is_a_truth_value(text_at(deployment.readiness(minimum).policy, "celQuery"), "object")
