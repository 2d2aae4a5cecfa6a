from function.apis.event_driven_service.triggers import NatsSource
from function.apis.event_driven_service.triggers.tide import Model
from tests.plug_ins.cases import Cases

CASES = Cases(
    whole={"type": "tide", "harbour": "Hamburg"},
    changes={"harbour": "Bremen", "height": 5, "name": "other"},
    refused=[("harbour", None), ("harbour", ""), ("height", 0), ("height", "3"), ("port", 1)],
)


def test_the_trigger() -> None:
    trigger = Model.model_validate(CASES.whole)
    made = trigger.keda(NatsSource(endpoint="nats:8222", account="$G", lag_threshold=5))
    assert made == {"type": "tide", "metadata": {"harbour": "Hamburg", "height": "3"}}
