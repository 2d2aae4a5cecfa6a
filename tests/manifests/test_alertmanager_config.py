from function.base.meta import Meta
from function.manifests.alertmanager_config import Label, Route, manifest
from tests.schemas import violations


def test_the_manifest() -> None:
    key = {"name": "pager", "key": "key"}
    route = Route(receiver="p", settings={"pagerdutyConfigs": [{"routingKey": key}]}, label="notify_p", pattern="a")
    alerts = Label(name="receivers", value="orders")
    made = manifest(Meta("orders", "shop"), name="orders.receivers", alerts=alerts, routes=[route])
    assert violations(made) == []
    assert list(made) == ["apiVersion", "kind", "metadata", "spec"]
    assert made["spec"] == {
        "route": {
            "receiver": "nobody",
            "groupBy": ["alertname", "namespace"],
            "matchers": [
                {"name": "namespace", "value": "shop", "matchType": "="},
                {"name": "receivers", "value": "orders", "matchType": "="},
            ],
            "routes": [
                {
                    "receiver": "p",
                    "continue": True,
                    "matchers": [{"name": "notify_p", "value": "a", "matchType": "=~"}],
                }
            ],
        },
        "receivers": [{"name": "nobody"}, {"name": "p", "pagerdutyConfigs": [{"routingKey": key}]}],
    }
