import pytest

from function.base.manifest import Json
from tests.documents import worker
from tests.support import assert_doubts

CPU: Json = {"type": "cpu", "utilization": 70}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("maxReplicas", 5),
        ("lagThreshold", 5),
        ("activationLagThreshold", 5),
        ("pollingInterval", 5),
        ("cooldownPeriod", 5),
        ("fallback", {"failureThreshold": 1, "replicas": 0}),
        ("scaleDownStabilizationSeconds", 5),
        ("paused", True),
        ("triggers", [CPU]),
    ],
)
def test_a_setting_of_the_autoscaler_while_there_is_none(field: str, value: Json) -> None:
    assert_doubts(worker(scaling={"enabled": False, field: value}), f"spec.scaling.{field}", code="EP331")
    assert_doubts(worker(scaling={field: value}), code="EP331")


def test_what_has_an_effect_nevertheless() -> None:
    assert_doubts(worker(scaling={"enabled": False, "minReplicas": 3, "triggers": [], "paused": False}), code="EP331")
