import pytest

from function.base.manifest import Json
from tests.bindings import binding
from tests.monitored import PROMETHEUS, judged, reported

WHERE = "spec.monitoring.alerts[0].condition"


def alert(condition: str) -> list[Json]:
    return [{"name": "a", "condition": condition, "severity": "info"}]


@pytest.mark.parametrize("metrics", [None, {"type": "datadog"}, {"type": "cloudwatch"}])
def test_without_prometheus_nothing_exports_anything(metrics: Json) -> None:
    fields: dict[str, Json] = {"metrics": metrics} if metrics else {}
    assert reported(**fields, alerts=alert("checkpoint_failures > 3")) == [
        (
            f"{WHERE}: nothing exports this metric; got 'checkpoint_failures'. "
            "Hint: set spec.monitoring.metrics with type: prometheus"
        )
    ]


@pytest.mark.parametrize("resources", [{}, {"_defaults": {"parallelism": 2}}])
def test_without_a_process_nothing_exports_the_metrics_of_jobs(resources: Json) -> None:
    section: Json = {"metrics": PROMETHEUS, "alerts": alert("checkpoint_failures > 3")}
    assert judged(binding(resources=resources, monitoring=section)) == [
        f"{WHERE}: nothing exports this metric; got 'checkpoint_failures'. Hint: add a process to spec.resources"
    ]


def test_an_unknown_metric_is_told_with_those_that_there_are() -> None:
    (found,) = reported(metrics=PROMETHEUS, alerts=alert("p99 > 1000ms"))
    assert found == (
        f"{WHERE}: nothing exports this metric; got 'p99'. "
        "Hint: use one of checkpoint_failures, cpu_usage, kafka_consumer_lag, memory_usage, processing_latency_p99, "
        "or add a metric of an application to spec.monitoring.metrics.application_metrics, with its unit"
    )


def test_a_mistyped_metric_is_told_with_the_right_one() -> None:
    assert reported(metrics=PROMETHEUS, alerts=alert("checkpoint_failure > 3")) == [
        f"{WHERE}: nothing exports this metric; got 'checkpoint_failure'; did you mean 'checkpoint_failures'?"
    ]


def test_each_metric_of_a_difference_is_looked_for() -> None:
    metrics: Json = {**PROMETHEUS, "application_metrics": {"a": "count"}}
    (found,) = reported(metrics=metrics, alerts=alert("abs(a - b) > 3"))
    assert "got 'b'" in found
    assert len(reported(metrics=PROMETHEUS, alerts=alert("abs(a - b) > 3"))) == 2


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        ("checkpoint_failures > 3gb", "the metric is a count, and the number is a size; got '3gb'"),
        ("processing_latency_p99 > 80%", "the metric is a time, and the number is a share; got '80%'"),
        ("memory_usage > 80", "the metric is a share between 0 and 1; write a percentage; got '80'"),
        ("abs(a - memory_usage) > 1", "the two metrics have different units; got count and ratio"),
    ],
)
def test_a_unit_that_does_not_fit_is_refused_at_its_place(condition: str, message: str) -> None:
    metrics: Json = {**PROMETHEUS, "application_metrics": {"a": "count"}}
    assert reported(metrics=metrics, alerts=alert(condition)) == [f"{WHERE}: {message}"]


@pytest.mark.parametrize(
    "condition",
    [
        "checkpoint_failures > 3",
        "memory_usage > 80%",
        "kafka_consumer_lag > 1000 for 5m",
        "lag > 2m",
        "abs(lag - far) > 1s",
    ],
)
def test_what_fits_is_accepted(condition: str) -> None:
    metrics: Json = {**PROMETHEUS, "application_metrics": {"lag": "seconds", "far": "seconds"}}
    assert reported(metrics=metrics, alerts=alert(condition)) == []


def test_other_mistakes_do_not_hide_it() -> None:
    found = reported(metrics=PROMETHEUS, tracing={"type": "otel"}, alerts=alert("nothing > 3"))
    assert sorted(line.partition(":")[0] for line in found) == [WHERE, "spec.monitoring.tracing.endpoint"]
