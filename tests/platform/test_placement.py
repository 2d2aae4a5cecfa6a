import pytest

from function.apis.infra_binding.deployment import scheduling
from function.base.manifest import Manifest
from function.base.model import Spec
from function.base.validation import parse
from function.platform import placement

SPELLINGS: list[tuple[type[Spec], str]] = [
    (placement.Toleration, "tolerationSeconds"),
    (scheduling.Toleration, "toleration_seconds"),
]
"""The tolerations of the platform and those of bindings, and how each spells the seconds."""


@pytest.mark.parametrize(("model", "seconds"), SPELLINGS, ids=["platform", "binding"])
def test_tolerations_of_the_platform_and_of_bindings_have_the_same_rules(model: type[Spec], seconds: str) -> None:
    refused: dict[str, Manifest] = {
        "value": {"operator": "Exists", "value": "batch"},
        seconds: {"effect": "NoSchedule", seconds: 60},
    }
    for field, fields in refused.items():
        (problem,) = parse(model, {"key": "dedicated", **fields}, "toleration")[1]
        assert problem.path == f"toleration.{field}"
        assert "value" in problem.message or problem.message == f"{seconds} requires effect NoExecute"


@pytest.mark.parametrize(("model", "seconds"), SPELLINGS, ids=["platform", "binding"])
def test_seconds_are_for_pods_that_a_taint_would_remove(model: type[Spec], seconds: str) -> None:
    assert parse(model, {"key": "dedicated", "effect": "NoExecute", seconds: 60}, "toleration")[1] == []


def test_only_the_platform_tolerates_every_taint_and_only_with_exists() -> None:
    assert parse(placement.Toleration, {"operator": "Exists"}, "toleration")[1] == []
    assert [problem.path for problem in parse(placement.Toleration, {"value": "a"}, "toleration")[1]] == [
        "toleration.operator"
    ]
    assert [problem.path for problem in parse(scheduling.Toleration, {"operator": "Exists"}, "toleration")[1]] == [
        "toleration.key"
    ]
