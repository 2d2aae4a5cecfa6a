from function.apis.infra_binding.monitoring.metrics.dial import Model
from tests.plug_ins.cases import Cases

CASES = Cases(
    in_l5=False,
    whole={"type": "dial", "marks": 12},
    changes={"marks": 60},
    refused=[("type", "Dial"), ("marks", 0), ("marks", 361), ("marks", "12"), ("marks", None), ("port", 9249)],
)


def test_prometheus_does_not_read_it() -> None:
    dial = Model.model_validate(CASES.whole)
    assert (dial.scraped(), dial.configuration()["metrics.reporter.dial.marks"]) == (None, "12")
