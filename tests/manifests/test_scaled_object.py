import pytest

from function.base.manifest import Json, Manifest
from function.base.meta import Meta
from function.manifests.scaled_object import Limits, manifest
from tests.support import look

TRIGGERS: list[Manifest] = [{"type": "cpu", "metadata": {"value": "80"}}]
FALLBACK: Manifest = {"failureThreshold": 3, "replicas": 2}


def scaler(
    *,
    limits: Limits | None = None,
    triggers: list[Manifest] = TRIGGERS,
    fallback: Manifest | None = None,
    paused: bool = False,
) -> Manifest:
    limits = limits or Limits(min_replicas=0, max_replicas=10)
    return manifest(Meta("orders", "shop"), limits=limits, triggers=triggers, fallback=fallback, paused=paused)


def test_the_shortest() -> None:
    made = scaler()
    assert list(made) == ["apiVersion", "kind", "metadata", "spec"]
    assert made == {
        "apiVersion": "keda.sh/v1alpha1",
        "kind": "ScaledObject",
        "metadata": {"name": "orders-scaler", "namespace": "shop"},
        "spec": {
            "scaleTargetRef": {"name": "orders"},
            "minReplicaCount": 0,
            "maxReplicaCount": 10,
            "triggers": TRIGGERS,
        },
    }


def test_the_longest() -> None:
    limits = Limits(min_replicas=1, max_replicas=2, polling_interval=15, cooldown_period=0, scale_down_stabilization=0)
    made = scaler(limits=limits, fallback=FALLBACK, paused=True)
    behavior: Json = {"scaleDown": {"stabilizationWindowSeconds": 0}}
    assert look(made, "metadata.annotations") == {"autoscaling.keda.sh/paused": "true"}
    assert made["spec"] == {
        "scaleTargetRef": {"name": "orders"},
        "minReplicaCount": 1,
        "maxReplicaCount": 2,
        "pollingInterval": 15,
        "cooldownPeriod": 0,
        "fallback": FALLBACK,
        "advanced": {"horizontalPodAutoscalerConfig": {"behavior": behavior}},
        "triggers": TRIGGERS,
    }


@pytest.mark.parametrize("part", ["pollingInterval", "cooldownPeriod", "fallback", "advanced", "idleReplicaCount"])
def test_what_is_not_given_is_left_to_keda(part: str) -> None:
    assert look(scaler(), f"spec.{part}") is None


def test_the_triggers_are_not_shared() -> None:
    assert look(scaler(), "spec.triggers") is not TRIGGERS
