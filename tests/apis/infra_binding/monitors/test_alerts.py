import pytest

from function.base.manifest import Json, Manifest, items_at, mapping_at
from function.base.request import Request
from function.render import render
from tests.bindings import PLATFORM, composed, composite, manifests, settled
from tests.documents import platform
from tests.monitored import PROMETHEUS, files, judged, made, spec
from tests.schemas import violations
from tests.support import look

LATENCY: Manifest = {
    "name": "high_latency",
    "condition": "processing_latency_p99 > 1000ms",
    "severity": "warning",
    "channels": ["slack://card-alerts", "pagerduty://high-priority", "slack://cards"],
}
CHECKPOINTS: Manifest = {"name": "failed", "condition": "checkpoint_failures > 3 for 5m", "severity": "critical"}
ERRORS: Manifest = {"name": "errors", "condition": "errors > 3", "severity": "info"}
METRICS: Manifest = {**PROMETHEUS, "application_metrics": {"errors": "count"}}
RULE = "prometheusrule-alerts"


def test_each_alert_is_a_rule() -> None:
    found = made(metrics=PROMETHEUS, alerts=[LATENCY, CHECKPOINTS])[RULE]
    assert violations(found) == []
    assert look(found, "metadata.name") == "payments.alerts"
    assert look(found, "metadata.labels.role") == "rules"
    first, second = items_at(look(found, "spec.groups.0"), "rules")
    assert mapping_at(first, "labels") == {
        "severity": "warning",
        "notify_pagerduty": "high-priority",
        "notify_slack": "card-alerts,cards",
    }
    assert mapping_at(first, "annotations") == {
        "summary": "high_latency of payments in production",
        "condition": "processing_latency_p99 > 1000ms",
    }
    assert (look(first, "for"), look(second, "for")) == ("1m", "5m")
    assert str(look(first, "expr")).endswith(" > 1000")
    assert str(look(second, "expr")).startswith("sum by (namespace, job) (increase(flink_jobmanager_job_")


def test_a_rule_is_about_the_jobs_of_its_own_binding() -> None:
    found = made(metrics=PROMETHEUS, alerts=[CHECKPOINTS])
    name = look(found, "flinkdeployment-p.metadata.name")
    assert f'{{namespace="shop",job=~"shop/{name}"}}' in str(look(found[RULE], "spec.groups.0.rules.0.expr"))
    assert look(found, "podmonitor-p.metadata.name") == name


@pytest.mark.parametrize("alerts", [{}, {"ruleLabels": {"a": "b"}}, {"prometheusRules": False}])
def test_without_the_operator_the_document_has_the_rules(alerts: Json) -> None:
    settings = platform(**{**mapping_at(PLATFORM, "spec"), "alerts": alerts})
    found = manifests(spec(metrics=PROMETHEUS, alerts=[CHECKPOINTS]), settings)
    assert RULE not in found
    data = mapping_at(found["document"], "data")
    assert '"alert": "failed"' in str(data["monitoring.yaml"])
    assert "PlatformConfig.spec.alerts.prometheusRules is not set" in str(data["unmanaged.yaml"])


def test_where_nothing_runs_the_jobs_only_alerts_on_applications_are_rules() -> None:
    fields: Manifest = {**spec(metrics=METRICS, alerts=[CHECKPOINTS, ERRORS]), "deployment": {"type": "yarn"}}
    found = manifests(fields)
    assert [look(rule, "alert") for rule in items_at(look(found[RULE], "spec.groups.0"), "rules")] == ["errors"]
    unmanaged = files(**{key: value for key, value in fields.items() if key not in ("version", "environment")})
    assert "monitoring.alerts[0]" in unmanaged["unmanaged.yaml"]
    assert "monitoring.alerts[1]" not in unmanaged["unmanaged.yaml"]
    assert RULE not in manifests({**fields, "monitoring": {"metrics": METRICS, "alerts": [CHECKPOINTS]}})


def test_the_document_says_that_an_alert_on_latencies_costs_time() -> None:
    fields: Json = {"metrics": PROMETHEUS, "alerts": [CHECKPOINTS, LATENCY]}
    found = files(resources={"p": {}}, monitoring=fields)["warnings.yaml"]
    assert list(found) == ["monitoring.alerts[1].condition"]
    assert "measure latencies" in found["monitoring.alerts[1].condition"]


def test_it_goes_with_the_last_alert_and_not_with_the_settings() -> None:
    fields = spec(metrics=PROMETHEUS, alerts=[CHECKPOINTS])
    seen = settled(composite(fields))
    assert RULE in seen
    assert RULE not in composed(composite(spec(metrics=PROMETHEUS)), seen)
    settings = platform(**{**mapping_at(PLATFORM, "spec"), "alerts": {}})
    answer = render(Request(xr=composite(fields), observed=seen, platform=settings))
    assert answer.fatal is not None
    assert answer.fatal.startswith(f"observed.resources.{RULE}: spec.monitoring.alerts still needs this object")


def test_it_goes_with_the_jobs_that_it_is_about() -> None:
    fields = spec(metrics=PROMETHEUS, alerts=[CHECKPOINTS])
    elsewhere: Manifest = {**fields, "deployment": {"type": "yarn"}}
    assert RULE not in composed(composite(elsewhere), settled(composite(fields)))


@pytest.mark.parametrize("channel", ["slack://user:pw@cards", "https://hooks.slack.com/services/T0/B0/x", "slack"])
def test_a_channel_holds_no_credential(channel: str) -> None:
    found, *_ = judged(spec(metrics=PROMETHEUS, alerts=[{**CHECKPOINTS, "channels": [channel]}]))
    assert found.startswith("spec.monitoring.alerts[0].channels[0]: ")
