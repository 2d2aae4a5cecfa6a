import pytest
from pydantic import ValidationError

from function.apis.event_driven_service.triggers import NatsSource
from function.apis.event_driven_service.triggers.cpu import Model
from function.base.manifest import Manifest

SOURCE = NatsSource(endpoint="nats:8222", account="$G", lag_threshold=5)


def test_the_trigger() -> None:
    trigger = Model.model_validate({"type": "cpu", "utilization": 80, "name": "busy"})
    assert trigger.keda(SOURCE) == {
        "type": "cpu",
        "name": "busy",
        "metricType": "Utilization",
        "metadata": {"value": "80"},
    }


def test_without_a_name_there_is_none() -> None:
    assert "name" not in Model.model_validate({"type": "cpu", "utilization": 1}).keda(SOURCE)


@pytest.mark.parametrize(
    "fields", [{}, {"utilization": 0}, {"utilization": 1001}, {"utilization": "80"}, {"utilization": 80, "value": "80"}]
)
def test_what_is_refused(fields: Manifest) -> None:
    with pytest.raises(ValidationError):
        Model.model_validate({"type": "cpu", **fields})
