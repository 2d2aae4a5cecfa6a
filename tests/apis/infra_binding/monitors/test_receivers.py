import pytest

from function.base.manifest import Json, Manifest, items_at, mapping_at
from tests.bindings import PLATFORM, composed, composite, manifests, secret, settled, vault
from tests.documents import platform
from tests.monitored import judged, spec
from tests.schemas import violations
from tests.support import look

SLACK: Manifest = {"type": "slack", "name": "cards", "webhook_url": "secret://slack/url"}
PAGER: Manifest = {"type": "pagerduty", "name": "critical", "routing_key": "secret://pager"}
SECRETS: Manifest = {"slack": vault(path="secret/alerts", keys=["url"]), "pager": secret("pager", key="routing")}
CONFIG = "alertmanagerconfig-receivers"


def fields(*receivers: Json, **secrets: Json) -> Manifest:
    return {**spec(receivers=receivers), "secrets": {**SECRETS, **secrets}}


def test_each_receiver_has_a_route_for_its_channel() -> None:
    found = manifests(fields(SLACK, PAGER))[CONFIG]
    assert violations(found) == []
    assert look(found, "metadata.name") == "payments.receivers"
    assert look(found, "metadata.labels.role") == "receivers"
    assert look(found, "spec.route.receiver") == "nobody"
    assert items_at(found, "spec", "route", "routes") == [
        {
            "receiver": f"{kind}-{name}",
            "continue": True,
            "matchers": [{"name": f"notify_{kind}", "value": f"(.*,)?{name}(,.*)?", "matchType": "=~"}],
        }
        for kind, name in (("slack", "cards"), ("pagerduty", "critical"))
    ]


CHANNELS: tuple[list[Json], ...] = ([], ["slack://others"], ["pagerduty://cards"])


@pytest.mark.parametrize(
    ("channels", "labels"),
    [
        *((channels, {}) for channels in CHANNELS),
        (["slack://cards"], {"receivers": "payments"}),
        (["slack://others", "slack://cards"], {"receivers": "payments"}),
    ],
)
def test_the_routes_are_only_for_alerts_that_a_receiver_gets(channels: Json, labels: Json) -> None:
    """All other alerts of the namespace reach the default receiver of the platform."""
    alert: Json = {"name": "a", "condition": "errors > 3", "severity": "info", "channels": channels}
    metrics: Json = {"type": "prometheus", "application_metrics": {"errors": "count"}}
    monitoring: Json = {"receivers": [SLACK], "metrics": metrics, "alerts": [alert]}
    found = manifests({**fields(), "monitoring": monitoring})
    written = mapping_at(look(found, "prometheusrule-alerts.spec.groups.0.rules.0"), "labels")
    assert {name: value for name, value in written.items() if name == "receivers"} == labels
    assert look(found, f"{CONFIG}.spec.route.matchers") == [
        {"name": name, "value": value, "matchType": "="}
        for name, value in (("namespace", "shop"), ("receivers", "payments"))
    ]


def test_credentials_are_the_keys_of_secrets() -> None:
    found = manifests(fields(SLACK, PAGER))
    nobody, slack, pager = items_at(found[CONFIG], "spec", "receivers")
    assert nobody == {"name": "nobody"}
    name = look(found, f"{next(key for key in found if key.startswith('externalsecret'))}.spec.target.name")
    assert look(slack, "slackConfigs.0.apiURL") == {"name": name, "key": "url"}
    assert look(pager, "pagerdutyConfigs.0.routingKey") == {"name": "pager", "key": "routing"}


def test_a_secret_that_only_a_receiver_needs_is_fetched() -> None:
    found = manifests(fields(SLACK, slack=vault(path="secret/alerts")))
    (key,) = [key for key in found if key.startswith("externalsecret")]
    assert [look(entry, "secretKey") for entry in items_at(found[key], "spec", "data")] == ["url"]


def test_the_document_has_no_credential_but_where_it_is() -> None:
    data = mapping_at(manifests(fields(PAGER))["document"], "data")
    assert '"secretKeyRef"' in str(data["binding.yaml"])
    assert "secret://" not in str(data)


def test_environment_variables_are_no_secret_that_alertmanager_reads() -> None:
    env: Json = {"provider": "env", "variables": [{"key": "routing", "name": "PAGER_KEY"}]}
    assert judged(fields(PAGER, pager=env)) == [
        (
            "spec.monitoring.receivers[0].routing_key: Alertmanager reads Secrets, but secret 'pager' is environment "
            "variables. Hint: use a secret of another provider"
        )
    ]


@pytest.mark.parametrize(
    ("receiver", "path"),
    [
        ({**SLACK, "webhook_url": "secret://nobody/url"}, "spec.monitoring.receivers[0].webhook_url"),
        ({**SLACK, "webhook_url": "secret://slack/other"}, "spec.monitoring.receivers[0].webhook_url"),
        (
            {**SLACK, "webhook_url": "https://hooks.slack.com/services/T0/B0/x"},
            "spec.monitoring.receivers[0].webhook_url",
        ),
        ({**PAGER, "routing_key": "secret://slack/"}, "spec.monitoring.receivers[0].routing_key"),
    ],
)
def test_a_wrong_reference_is_refused_at_its_place(receiver: Json, path: str) -> None:
    assert {line.partition(": ")[0] for line in judged(fields(receiver))} == {path}


@pytest.mark.parametrize("alerts", [{}, {"prometheusRules": True}, {"alertmanagerConfigs": False}])
def test_without_the_setting_the_platform_has_the_receivers(alerts: Json) -> None:
    settings = platform(**{**mapping_at(PLATFORM, "spec"), "alerts": alerts})
    found = manifests(fields(SLACK), settings)
    assert CONFIG not in found
    assert "PlatformConfig.spec.alerts.alertmanagerConfigs is not set" in str(mapping_at(found["document"], "data"))


def test_it_goes_with_the_last_receiver() -> None:
    seen = settled(composite(fields(SLACK)))
    assert CONFIG in seen
    assert CONFIG not in composed(composite(fields()), seen)
