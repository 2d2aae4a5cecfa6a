from function.base.meta import Meta
from function.manifests.alertmanager_config import Route, manifest
from tests.schemas import violations


def test_the_manifest() -> None:
    key = {"name": "pager", "key": "key"}
    route = Route(receiver="p", settings={"pagerdutyConfigs": [{"routingKey": key}]}, label="notify_p", pattern="a")
    made = manifest(Meta("orders", "shop"), name="orders.receivers", routes=[route])
    assert violations(made) == []
    assert list(made) == ["apiVersion", "kind", "metadata", "spec"]
    assert made["spec"] == {
        "route": {
            "receiver": "nobody",
            "groupBy": ["alertname", "namespace"],
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
