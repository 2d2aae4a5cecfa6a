import pytest

from function.apis.infra_binding.monitoring.monitoring import Monitoring
from function.base.manifest import Json
from tests.bindings import manifests, secret
from tests.leaves import leaf, leaves, replaced
from tests.monitored import PROMETHEUS, judged, made, reported, spec

ALERT: dict[str, Json] = {
    "name": "high_latency",
    "condition": "checkpoint_failures > 3",
    "severity": "warning",
    "channels": ["slack://payments"],
}
WHOLE: dict[str, Json] = {
    "metrics": PROMETHEUS,
    "logging": {"level": "INFO", "format": "text"},
    "alerts": [ALERT],
}
CHANGES: dict[str, Json] = {
    "logging.level": "WARN",
    "logging.format": "json",
    "alerts[0].name": "other",
    "alerts[0].condition": "checkpoint_failures > 4",
    "alerts[0].severity": "critical",
    "alerts[0].channels[0]": "slack://orders",
}


@pytest.mark.parametrize(("place", "value"), CHANGES.items(), ids=CHANGES)
def test_another_value_gives_another_answer(place: str, value: Json) -> None:
    assert manifests(spec(**replaced(WHOLE, place, value))) != made(**WHOLE)


def test_every_field_has_its_case() -> None:
    plugged_in = ("metrics", "tracing", "logging.outputs", "receivers")
    known = {field for field in leaves(Monitoring) if not field.startswith(plugged_in)}
    assert {leaf(place) for place in CHANGES} == known


@pytest.mark.parametrize(
    ("place", "value"),
    [
        *(("name", "high latency"), ("name", ""), ("name", "1a"), ("name", "a" * 64), ("severity", "high")),
        *(("condition", "checkpoint_failures"), ("condition", "> 3"), ("condition", "a > b"), ("condition", "a > 1w")),
        *(
            ("condition", "a > 3 for"),
            ("condition", "a > 3 in 10"),
            ("condition", "a > 3 in 0m"),
            ("condition", "a > 3 for 99999d"),
            ("condition", "sum(a) > 3"),
            ("condition", "a => 3"),
        ),
        *(("condition", 'a{x="y"} > 3'), ("condition", "a > 3 or vector(1)"), ("condition", "abs(a) > 3")),
        *(("channels", "slack://a"), ("channels", ["payments"]), ("channels", ["slack:a"])),
        *(("channels", ["slack://"]), ("channels", ["https://hooks.example.org/x"])),
    ],
)
def test_what_is_no_alert_is_refused_at_its_place(place: str, value: Json) -> None:
    (found,) = reported(metrics=PROMETHEUS, alerts=[{**ALERT, place: value}])
    assert found.startswith(f"spec.monitoring.alerts[0].{place}")


@pytest.mark.parametrize(
    "condition",
    [
        *(
            "a > 3",
            "a>3",
            "a >= 1000ms",
            "a < 0.5",
            "a == -1",
            "a != 80%",
            "a <= 4gb",
            "a > 3 in 10m",
            "a > 1GB for 30m",
        ),
        *("abs(a - b) > 3", "abs( a-b ) > 5s for 1h", "flink:rate5m > 3"),
    ],
)
def test_the_conditions_of_l5_have_the_form(condition: str) -> None:
    alert = {**ALERT, "condition": condition}
    assert Monitoring.model_validate({"alerts": [alert]}).alerts[0].condition == condition


def test_two_alerts_of_one_name_are_refused_at_the_second() -> None:
    assert reported(metrics=PROMETHEUS, alerts=[ALERT, ALERT]) == [
        "spec.monitoring.alerts[1].name: alert names must be unique; got 'high_latency'"
    ]


def test_two_receivers_of_one_channel_are_refused_at_the_second() -> None:
    receiver: Json = {"type": "slack", "name": "a", "webhook_url": "secret://db/url"}
    fields = {**spec(receivers=[receiver, receiver]), "secrets": {"db": secret()}}
    assert judged(fields) == [
        "spec.monitoring.receivers[1].name: a channel must have only one receiver; got 'slack://a'"
    ]


@pytest.mark.parametrize("condition", ["processing_latency_p99 > 1s", "abs(processing_latency_p99 - lag) > 1s"])
def test_jobs_measure_latencies_only_for_an_alert_on_them(condition: str) -> None:
    alerts: list[Json] = [{**ALERT, "condition": condition}]
    metrics: dict[str, Json] = {**PROMETHEUS, "application_metrics": {"lag": "milliseconds"}}
    found = Monitoring.model_validate({"metrics": metrics, "alerts": alerts})
    assert found.configuration()["metrics.latency.interval"] == "60000"
    assert "metrics.latency.interval" not in Monitoring.model_validate({"alerts": [ALERT]}).configuration()
    own = {**metrics, "application_metrics": {"lag": "seconds", "processing_latency_p99": "seconds"}}
    assert (
        "metrics.latency.interval" not in Monitoring.model_validate({"metrics": own, "alerts": alerts}).configuration()
    )


def test_a_part_that_does_not_exist_is_refused() -> None:
    assert reported(dashboards={}) == [
        "spec.monitoring.dashboards: unknown field. Hint: valid fields are alerts, logging, metrics, receivers, tracing"
    ]
