from function.apis.infra_binding.monitoring.receivers.slack import Model
from tests.plug_ins.cases import Cases

CASES = Cases(
    whole={"type": "slack", "name": "payments-alerts", "webhook_url": "secret://db/url"},
    changes={"name": "orders-alerts", "webhook_url": "secret://db/other"},
    refused=[
        *(("type", "Slack"), ("name", "#payments"), ("name", ""), ("name", "a b"), ("name", None)),
        *(("webhook_url", "https://hooks.slack.com/services/T0/B0/x"), ("webhook_url", ""), ("webhook_url", None)),
        *(("routing_key", "secret://db/key"), ("channel", "a")),
    ],
)


def test_the_channel_begins_with_a_hash_and_the_address_is_a_reference() -> None:
    receiver = Model.model_validate(CASES.whole)
    assert (receiver.channel, receiver.credential()) == ("slack://payments-alerts", "secret://db/url")
    assert receiver.settings({"name": "s", "key": "url"}) == {
        "slackConfigs": [
            {"channel": "#payments-alerts", "apiURL": {"name": "s", "key": "url"}, "sendResolved": True},
        ]
    }
