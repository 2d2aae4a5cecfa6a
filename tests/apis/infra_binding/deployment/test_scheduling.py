import pytest

from function.apis.infra_binding.deployment.scheduling import Affinity, Toleration
from function.base.manifest import Manifest
from function.base.validation import parse


def test_names_are_those_of_kubernetes_and_values_stay() -> None:
    term: Manifest = {"label_selector": {"match_labels": {"a_b": "c"}}, "topology_key": "zone"}
    affinity, problems = parse(
        Affinity, {"pod_anti_affinity": {"preferred": [{"weight": 5, "pod_affinity_term": term}]}}, "a"
    )
    assert affinity is not None, problems
    assert affinity.manifest() == {
        "podAntiAffinity": {
            "preferredDuringSchedulingIgnoredDuringExecution": [
                {
                    "weight": 5,
                    "podAffinityTerm": {"labelSelector": {"matchLabels": {"a_b": "c"}}, "topologyKey": "zone"},
                }
            ]
        }
    }
    assert Affinity().manifest() == {}


def test_a_toleration_has_what_is_set() -> None:
    assert Toleration(key="a", effect="NoExecute", toleration_seconds=0).manifest() == {
        "key": "a",
        "effect": "NoExecute",
        "tolerationSeconds": 0,
    }


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"operator": "Exists"}, "t.key"),
        ({"key": "a", "operator": "Exists", "value": "b"}, "t.value"),
        ({"key": "a", "toleration_seconds": 5}, "t.toleration_seconds"),
        ({"key": "a", "effect": "NoSchedule", "toleration_seconds": 5}, "t.toleration_seconds"),
        ({"key": "a", "operator": "In"}, "t.operator"),
        ({"key": "a", "tolerationSeconds": 5}, "t.tolerationSeconds"),
    ],
)
def test_what_kubernetes_would_not_accept_is_refused(fields: Manifest, path: str) -> None:
    assert [problem.path for problem in parse(Toleration, fields, "t")[1]] == [path]
