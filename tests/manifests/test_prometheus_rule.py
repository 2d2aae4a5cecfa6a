from function.base.meta import Meta
from function.manifests.prometheus_rule import AlertRule, manifest
from tests.schemas import violations


def test_the_manifest() -> None:
    rule = AlertRule(alert="a", expression="x > 1", lasting="1m", labels={"b": "c"}, annotations={"d": "e"})
    made = manifest(Meta("orders", "shop"), name="orders.alerts", rules=[rule])
    assert violations(made) == []
    assert list(made) == ["apiVersion", "kind", "metadata", "spec"]
    assert made["spec"] == {
        "groups": [
            {
                "name": "orders.alerts",
                "rules": [
                    {"alert": "a", "expr": "x > 1", "for": "1m", "labels": {"b": "c"}, "annotations": {"d": "e"}},
                ],
            }
        ]
    }
