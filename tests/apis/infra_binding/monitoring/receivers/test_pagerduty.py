from typing import get_args

from function.apis.infra_binding.monitoring.alerts.alert import Alert
from function.apis.infra_binding.monitoring.receivers.pagerduty import Model
from tests.plug_ins.cases import Cases

CASES = Cases(
    whole={"type": "pagerduty", "name": "critical", "routing_key": "secret://db/key"},
    changes={"name": "low", "routing_key": "secret://db/other"},
    refused=[
        *(("type", "PagerDuty"), ("name", "-a"), ("name", "a/b"), ("name", 3), ("routing_key", "a1b2c3d4e5f6")),
        *(
            ("routing_key", None),
            ("routing_key", "secret://"),
            ("webhook_url", "secret://db/url"),
            ("severity", "info"),
        ),
    ],
)


def test_the_key_is_a_reference() -> None:
    receiver = Model.model_validate(CASES.whole)
    assert (receiver.channel, receiver.credential()) == ("pagerduty://critical", "secret://db/key")
    assert receiver.settings({"name": "s", "key": "k"}) == {
        "pagerdutyConfigs": [
            {
                "routingKey": {"name": "s", "key": "k"},
                "severity": "{{ .CommonLabels.severity }}",
                "sendResolved": True,
            }
        ]
    }


def test_every_severity_of_an_alert_is_one_of_pagerduty() -> None:
    found = get_args(Alert.model_fields["severity"].annotation)
    assert set(found) < {"critical", "error", "warning", "info"}
