from function.apis.event_driven_service.triggers import NatsSource
from function.apis.event_driven_service.triggers.cpu import Model
from tests.plug_ins.cases import Cases

SOURCE = NatsSource(endpoint="nats:8222", account="$G", lag_threshold=5)
CASES = Cases(
    whole={"type": "cpu", "utilization": 80},
    changes={"utilization": 90, "name": "other"},
    refused=[
        ("utilization", None),
        ("utilization", 0),
        ("utilization", 1001),
        ("utilization", "80"),
        ("value", "80"),
        ("name", "a.b"),
    ],
)


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
