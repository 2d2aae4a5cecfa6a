import pytest

from function.base.manifest import Json
from tests.connections import section
from tests.dapr import KAFKA

HEADING = "Monitoring & Observability"


def test_without_anything() -> None:
    found = section(HEADING)
    assert "- The binding names nothing that exports metrics" in found
    assert "- No traces are sent" in found
    assert "The binding has no alerts: nobody is told when something fails." in found


def test_metrics() -> None:
    found = section(
        HEADING,
        monitoring={"metrics": {"type": "prometheus", "port": 9300}},
        dapr={"components": {"bus": KAFKA}, "sidecar": {"metrics_port": 9099}},
    )
    assert "- **Jobs**: `prometheus`, port 9300 of the pods, path `/metrics`" in found
    assert "- **Dapr**: port 9099 of each pod with a sidecar" in found
    assert "- The binding does not say where these servers export metrics: Kafka, `kafka:9092`" in found


def test_metrics_that_are_switched_off() -> None:
    assert "- **Dapr**: switched off" in section(HEADING, dapr={"configuration": {"metrics": False}})


@pytest.mark.parametrize(
    ("rate", "expected"), [(1, "100 %"), (0.5, "50 %"), (0.125, "12.5 %"), (0, "0 %"), (0.001, "0.1 %")]
)
def test_the_rate_of_traces(rate: float, expected: str) -> None:
    tracing: Json = {"type": "zipkin", "endpoint": "http://zipkin:9411", "sampling_rate": rate}
    assert f"- **Jobs and applications**: `zipkin` at `http://zipkin:9411`, sampling rate {expected}\n" in (
        section(HEADING, monitoring={"tracing": tracing})
    )


def test_alerts_and_logs() -> None:
    alert: Json = {
        "name": "lag",
        "condition": "consumer_lag > 100",
        "severity": "critical",
        "channels": ["slack://team"],
    }
    logging: Json = {"level": "WARN", "outputs": [{"type": "stdout"}]}
    found = section(
        HEADING,
        monitoring={
            "metrics": {"type": "prometheus", "application_metrics": {"consumer_lag": "count"}},
            "alerts": [alert],
            "logging": logging,
        },
    )
    assert "| `lag` | `consumer_lag > 100` | `critical` | `slack://team` |" in found
    assert "- Jobs log from level `WARN` on" in found
