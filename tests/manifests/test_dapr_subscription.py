from function.base.manifest import Json
from function.base.meta import Meta
from function.manifests.dapr_subscription import manifest
from tests.schemas import violations

META = Meta("payments", "shop")
SPEC: dict[str, Json] = {"pubsubname": "broker", "topic": "orders", "routes": {"default": "/orders"}}


def test_the_manifest() -> None:
    made = manifest(META, name="payments.orders", spec={**SPEC, "deadLetterTopic": "dead"}, scopes=["orders"])
    assert violations(made) == []
    assert made["scopes"] == ["orders"]
    assert made["spec"] == {**SPEC, "deadLetterTopic": "dead"}


def test_what_is_not_set_is_left_out() -> None:
    made = manifest(META, name="payments.orders", spec={**SPEC, "deadLetterTopic": None}, scopes=[])
    assert violations(made) == []
    assert "scopes" not in made
    assert made["spec"] == SPEC
