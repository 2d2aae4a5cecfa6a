import pytest

from function.apis.event_driven_service.status.diagnosis.triggers import suspects
from function.base.manifest import Json, Manifest
from function.delivery.resource import Resource
from function.readiness.ready_condition import READINESS
from function.status.observation import observe
from tests.status.scene import condition, scaled_object, wrapped

OWN: Json = {"type": "nats-jetstream", "metadata": {"stream": "ORDERS", "consumer": "worker"}}
PROMETHEUS: Json = {"type": "prometheus", "metadata": {"serverAddress": "http://p:9090"}}
BATCH: Json = {"type": "nats-jetstream", "metadata": {"stream": "BATCH", "consumer": "batch"}}
CPU: Json = {"type": "cpu", "metadata": {"value": "70"}}
METRICS: Json = ["s0-nats-jetstream-ORDERS", "s1-prometheus", "s3-nats-jetstream-BATCH"]
OWN_PATH = "spec.nats"
EVERY = ["spec.nats", "spec.scaling.triggers[0]", "spec.scaling.triggers[2]"]


def suspected(*conditions: Manifest, **status: Json) -> list[str]:
    desired: Manifest = {"kind": "ScaledObject", "spec": {"triggers": [OWN, PROMETHEUS, CPU, BATCH]}}
    live = scaled_object(*conditions, externalMetricNames=METRICS, **status)
    seen = observe(Resource("scaledobject", desired, READINESS), wrapped(live), requested=True)
    return [trigger.path for trigger in suspects(seen, OWN_PATH)]


def health(**states: str) -> Json:
    return {f"{index}-any": {"status": state, "numberOfFailures": 3} for index, state in states.items()}


@pytest.mark.parametrize(
    ("states", "paths"),
    [
        (health(s0="Happy", s1="Failing"), EVERY[1:2]),
        (health(s3="Failing", s0="Failing", s1="Happy"), [EVERY[0], EVERY[2]]),
        (health(s0="Happy", s1="Happy"), EVERY),
        (health(s9="Failing"), EVERY),
        ({"other": {"status": "Failing"}}, EVERY),
        ({"s1-any": 3}, EVERY),
        ("none", EVERY),
    ],
)
def test_the_health_of_the_metrics_tells_which_trigger_fails(states: Json, paths: list[str]) -> None:
    assert suspected(health=states) == paths


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("unable to get external metric shop/s1-prometheus/&LabelSelector{}", EVERY[1:2]),
        ("metric:s3-nats-jetstream-batch encountered error", EVERY[2:]),
        ("Triggers defined in ScaledObject are not working correctly", EVERY),
        ("metric:s1-unknown encountered error", EVERY),
    ],
)
def test_so_does_a_text_that_names_a_metric(text: str, paths: list[str]) -> None:
    assert suspected(condition("HPAActive", "False", "FailedGetExternalMetric", text)) == paths


def test_health_counts_more_than_a_text_which_may_be_old() -> None:
    old = condition("HPAActive", "False", "FailedGetExternalMetric", "metric:s3-nats-jetstream-BATCH")
    assert suspected(old, health=health(s1="Failing")) == EVERY[1:2]


def test_without_a_consumer_of_its_own_the_first_trigger_is_one_of_the_claim() -> None:
    manifest: Manifest = {"kind": "ScaledObject", "spec": {"triggers": [BATCH, CPU]}}
    scaler = observe(Resource("scaledobject", manifest, READINESS), {}, requested=False)
    assert [trigger.path for trigger in suspects(scaler, "")] == ["spec.scaling.triggers[0]"]
    assert [trigger.path for trigger in suspects(scaler, "spec.bindingRef.trigger")] == ["spec.bindingRef.trigger"]


def test_if_no_trigger_can_fail_all_are_suspected() -> None:
    manifest: Manifest = {"kind": "ScaledObject", "spec": {"triggers": [CPU]}}
    scaler = observe(Resource("scaledobject", manifest, READINESS), {}, requested=False)
    assert [trigger.path for trigger in suspects(scaler, "")] == ["spec.scaling.triggers[0]"]
