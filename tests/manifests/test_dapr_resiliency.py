from function.base.meta import Meta
from function.manifests.dapr_resiliency import manifest
from tests.schemas import violations

META = Meta("payments", "shop")


def test_the_manifest() -> None:
    made = manifest(
        META,
        name="payments.resiliency",
        policies={"timeouts": {"general": "5s"}, "retries": {}},
        targets={"apps": {"orders": {"timeout": "general"}}, "components": {}},
        scopes=["orders"],
    )
    assert violations(made) == []
    assert made["scopes"] == ["orders"]
    assert made["spec"] == {
        "policies": {"timeouts": {"general": "5s"}},
        "targets": {"apps": {"orders": {"timeout": "general"}}},
    }


def test_policies_and_targets_are_required_even_if_there_are_none() -> None:
    made = manifest(META, name="payments.resiliency", policies={}, targets={}, scopes=[])
    assert violations(made) == []
    assert made["spec"] == {"policies": {}, "targets": {}}
    assert "scopes" not in made
