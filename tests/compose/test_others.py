"""Objects beside the pod are told once for each kind."""

import pytest

from function.base.manifest import Json, Manifest
from function.compose.others import told

ALIKE: list[Manifest] = [{"kind": kind} for kind in ("Deployment", "ScaledObject", "Service", "ServiceAccount")]


def deployed(**fields: Json) -> list[str]:
    return [*told([{"kind": "Deployment", "spec": {"selector": {}, "template": {}, **fields}}])]


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("NetworkPolicy", "the containers of the compose network reach each other and the internet"),
        ("PodDisruptionBudget", "nothing is evicted here"),
        ("PodMonitor", "nothing collects metrics"),
        ("ServiceMonitor", "nothing collects metrics"),
        ("Ingress", "this command does not translate it"),
    ],
)
def test_a_kind_without_effect_is_told(kind: str, reason: str) -> None:
    assert [*told([*ALIKE, {"kind": kind}, {"kind": kind}])] == [f"{kind}: {reason}"]


def test_what_runs_or_is_told_elsewhere_is_not_told() -> None:
    assert [*told(ALIKE)] == []
    assert deployed(replicas=1, revisionHistoryLimit=2, progressDeadlineSeconds=3) == []


def test_fields_of_the_deployment_are_told() -> None:
    assert deployed(replicas=2) == ["Deployment: replicas: there is always one container"]
    assert deployed(strategy={"type": "Recreate"}) == ["Deployment: strategy: a new container replaces the old one"]
    assert deployed(minReadySeconds=5) == ["Deployment: minReadySeconds: this command does not translate it"]
