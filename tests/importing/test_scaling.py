"""The scaling of a claim, from an autoscaler or a number of replicas."""

import pytest

from function.base.manifest import Json, Manifest
from function.importing.scaling import own_trigger, scaling, taken_metric
from tests.importing.objects import deployment, other, scaled_object


def of(**spec: Json) -> Manifest:
    return scaling({"Deployment": deployment(), "ScaledObject": scaled_object(**spec)})


def of_autoscaler(**spec: Json) -> Manifest:
    return scaling({"Deployment": deployment(), "HorizontalPodAutoscaler": other("autoscaling/v2", "X", **spec)})


def metric(name: str, kind: str = "Utilization") -> Manifest:
    return {"type": "Resource", "resource": {"name": name, "target": {"type": kind, "averageUtilization": 70}}}


def test_a_scaled_object_has_the_defaults_of_keda() -> None:
    assert of(minReplicaCount=None, maxReplicaCount=None, triggers=[]) == {}
    assert scaling({"Deployment": deployment(), "ScaledObject": {"spec": {}}}) == {"minReplicas": 0, "maxReplicas": 100}


def test_triggers_are_translated() -> None:
    prometheus: Manifest = {"serverAddress": "http://p:9090", "query": "q", "threshold": "3"}
    triggers: list[Json] = [
        {"type": "cpu", "metricType": "Utilization", "metadata": {"value": "75"}},
        {"type": "nats-jetstream", "metadata": {"stream": "A", "lagThreshold": "9", "useHttps": "true"}},
        {"type": "nats-jetstream", "name": "b", "metadata": {"stream": "B", "natsServerMonitoringEndpoint": "n:8222"}},
        {"type": "prometheus", "metadata": prometheus},
    ]
    found = of(triggers=triggers)
    assert found["lagThreshold"] == 9
    assert found["triggers"] == [
        {"type": "cpu", "utilization": 75},
        {"type": "nats-jetstream", "name": "b", "stream": "B", "monitoringEndpoint": "n:8222"},
        {"type": "prometheus", **prometheus},
    ]


def test_a_trigger_on_an_amount_is_not_one_on_utilization() -> None:
    for kind in ("AverageValue", "Value"):
        found = of(triggers=[{"type": "cpu", "metricType": kind, "metadata": {"value": "60"}}])
        assert found["triggers"] == [{"type": "cpu", "utilization": 60, "metricType": kind}]


def test_metadata_does_not_change_the_type_of_a_trigger() -> None:
    trigger: Manifest = {"type": "cron", "name": "a", "metadata": {"type": "x", "name": "y", "start": "z"}}
    assert of(triggers=[trigger])["triggers"] == [{"type": "cron", "name": "a", "start": "z"}]


def test_everything_around_the_triggers_is_taken() -> None:
    behavior: Manifest = {"behavior": {"scaleDown": {"stabilizationWindowSeconds": 60}}}
    found = of(
        pollingInterval=9,
        cooldownPeriod=8,
        fallback={"failureThreshold": 1, "replicas": 2},
        advanced={"horizontalPodAutoscalerConfig": behavior},
    )
    assert found == {
        "minReplicas": 1,
        "maxReplicas": 4,
        "lagThreshold": 7,
        "pollingInterval": 9,
        "cooldownPeriod": 8,
        "fallback": {"failureThreshold": 1, "replicas": 2},
        "scaleDownStabilizationSeconds": 60,
    }


def test_a_paused_one_stays_paused() -> None:
    paused = scaled_object()
    paused["metadata"] = {"annotations": {"autoscaling.keda.sh/paused": "true"}}
    assert scaling({"Deployment": deployment(), "ScaledObject": paused})["paused"] is True


@pytest.mark.parametrize("value", ["1e3", "-1", "", "x", "9" * 5000, "٣", None, [], {"a": 1}])
def test_what_is_no_number_stays_as_it_is(value: Json) -> None:
    trigger: Manifest = {"type": "nats-jetstream", "metadata": {"lagThreshold": value}}
    assert of(triggers=[trigger]).get("lagThreshold") in (value, None)


@pytest.mark.parametrize("value", [None, {}, {"spec": {"triggers": "x"}}, {"spec": {"triggers": [1, {"type": "cpu"}]}}])
def test_there_may_be_no_trigger_of_a_stream(value: Json) -> None:
    assert own_trigger(value) is None


def test_an_autoscaler_of_kubernetes_has_cpu_and_memory() -> None:
    behavior: Manifest = {"scaleDown": {"stabilizationWindowSeconds": 30, "policies": []}}
    found = of_autoscaler(maxReplicas=6, metrics=[metric("cpu"), metric("memory")], behavior=behavior)
    assert found == {
        "minReplicas": 1,
        "maxReplicas": 6,
        "scaleDownStabilizationSeconds": 30,
        "triggers": [{"type": "cpu", "utilization": 70}, {"type": "memory", "utilization": 70}],
    }
    old = of_autoscaler(maxReplicas=6, minReplicas=2, targetCPUUtilizationPercentage=50)
    assert old == {"minReplicas": 2, "maxReplicas": 6, "triggers": [{"type": "cpu", "utilization": 50}]}


def test_without_metrics_kubernetes_scales_with_the_cpu() -> None:
    triggers = [{"type": "cpu", "utilization": 80}]
    assert of_autoscaler(maxReplicas=6) == {"minReplicas": 1, "maxReplicas": 6, "triggers": triggers}
    assert of_autoscaler(maxReplicas=6, metrics=[])["triggers"] == triggers
    assert of_autoscaler(maxReplicas=6, metrics=[metric("disk")]) == {"minReplicas": 1, "maxReplicas": 6}
    old = other("autoscaling/v1", "HorizontalPodAutoscaler", maxReplicas=6)
    old["metadata"] = {"annotations": {"autoscaling.alpha.kubernetes.io/metrics": "[]"}}
    found = scaling({"Deployment": deployment(), "HorizontalPodAutoscaler": old})
    assert found == {"minReplicas": 1, "maxReplicas": 6}


@pytest.mark.parametrize("value", [metric("disk"), metric("cpu", "AverageValue"), {"type": "Pods"}, None, "x", []])
def test_other_metrics_are_not_taken(value: Json) -> None:
    assert taken_metric(value) is None


def test_without_an_autoscaler_the_number_is_fixed() -> None:
    assert scaling({"Deployment": deployment()}) == {"enabled": False, "minReplicas": 2}
    assert scaling({"Deployment": deployment(replicas=0)}) == {"enabled": False, "minReplicas": 0}
    assert scaling({"Deployment": {}}) == {"enabled": False, "minReplicas": 1}
