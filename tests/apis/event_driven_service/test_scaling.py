import pytest

from function.apis.event_driven_service.triggers import MODELS
from function.base.manifest import Json
from tests.documents import platform, worker
from tests.full import TRIGGERS
from tests.support import assert_rejects, assert_renders, look, manifests

SCALER = "scaledobject.spec"


def test_the_scaler_that_is_contract() -> None:
    expected: Json = {
        "scaleTargetRef": {"name": "orders"},
        "minReplicaCount": 1,
        "maxReplicaCount": 10,
        "triggers": [
            {
                "type": "nats-jetstream",
                "metadata": {
                    "natsServerMonitoringEndpoint": "nats-headless.nats.svc.cluster.local:8222",
                    "account": "$G",
                    "stream": "ORDERS",
                    "consumer": "orders-worker",
                    "lagThreshold": "5",
                },
            }
        ],
    }
    assert_renders(worker(), {SCALER: expected, "scaledobject.metadata.annotations": None})


@pytest.mark.parametrize(
    ("claim", "limit", "defaults", "expected", "reason"),
    [
        ({}, None, {}, (1, 10), "the defaults"),
        ({"minReplicas": 0}, None, {}, (0, 10), "to zero"),
        ({"minReplicas": 20}, None, {}, (20, 20), "the default maximum gives way to the claim's minimum"),
        ({"maxReplicas": 30}, None, {}, (1, 30), "no limit, no bound"),
        ({"maxReplicas": 2}, None, {"minReplicas": 5}, (2, 2), "the default minimum gives way to the claim's maximum"),
        ({"minReplicas": 2, "maxReplicas": 2}, None, {}, (2, 2), "a fixed number"),
        ({}, 5, {}, (1, 5), "the platform's limit caps the default"),
        ({}, 50, {}, (1, 10), "a high limit changes nothing"),
        ({}, 3, {"minReplicas": 5}, (3, 3), "the limit caps both defaults"),
        ({}, None, {"minReplicas": 2, "maxReplicas": 4}, (2, 4), "the platform's defaults"),
        ({"minReplicas": 5}, 5, {}, (5, 5), "up to the limit"),
        ({}, None, {"minReplicas": 0}, (0, 10), "zero by default"),
    ],
)
def test_bounds(claim: Json, limit: int | None, defaults: Json, expected: tuple[int, int], reason: str) -> None:
    config = platform(scaling={"maxReplicas": limit, "defaults": defaults})
    made = manifests(worker(scaling=claim), config)
    found = (look(made, f"{SCALER}.minReplicaCount"), look(made, f"{SCALER}.maxReplicaCount"))
    assert found == expected, reason


@pytest.mark.parametrize(
    ("claim", "defaults", "polling", "cooldown"),
    [
        ({}, {}, None, None),
        ({"pollingInterval": 5, "cooldownPeriod": 0}, {}, 5, 0),
        ({}, {"pollingInterval": 7, "cooldownPeriod": 0}, 7, 0),
        ({"pollingInterval": 5, "cooldownPeriod": 60}, {"pollingInterval": 7, "cooldownPeriod": 70}, 5, 60),
        ({"cooldownPeriod": 0}, {"cooldownPeriod": 70}, None, 0),
    ],
)
def test_timing_is_left_to_keda_unless_given(claim: Json, defaults: Json, polling: Json, cooldown: Json) -> None:
    expected = {f"{SCALER}.pollingInterval": polling, f"{SCALER}.cooldownPeriod": cooldown}
    assert_renders(worker(scaling=claim), expected, platform(scaling={"defaults": defaults}))


@pytest.mark.parametrize(
    ("nats", "config", "endpoint", "account"),
    [
        ({}, {}, "nats-headless.nats.svc.cluster.local:8222", "$G"),
        ({}, {"clusterDomain": "c.example"}, "nats-headless.nats.svc.c.example:8222", "$G"),
        ({}, {"nats": {"monitoringEndpoint": "p:8222", "account": "P"}, "clusterDomain": "c"}, "p:8222", "P"),
        ({"monitoringEndpoint": "c:8222", "account": "C"}, {"nats": {"account": "P"}}, "c:8222", "C"),
    ],
)
def test_where_the_lag_is_read(nats: dict[str, Json], config: dict[str, Json], endpoint: str, account: str) -> None:
    spec = worker(nats={"stream": "ORDERS", "consumer": "orders-worker", **nats})
    expected: dict[str, Json] = {
        f"{SCALER}.triggers.0.metadata.natsServerMonitoringEndpoint": endpoint,
        f"{SCALER}.triggers.0.metadata.account": account,
        f"{SCALER}.triggers.0.metadata.useHttps": None,
    }
    assert_renders(spec, expected, platform(**config))


def test_the_endpoint_may_be_read_over_tls() -> None:
    spec = worker(scaling={"triggers": [{"type": "nats-jetstream", "stream": "R", "consumer": "r"}]})
    expected: dict[str, Json] = {
        f"{SCALER}.triggers.0.metadata.useHttps": "true",
        f"{SCALER}.triggers.1.metadata.useHttps": "true",
    }
    assert_renders(spec, expected, platform(nats={"useHttps": True}))


@pytest.mark.parametrize(
    ("claim", "default", "threshold", "activation"),
    [
        ({}, None, "5", None),
        ({}, 50, "50", None),
        ({"lagThreshold": 7, "activationLagThreshold": 2}, 50, "7", "2"),
    ],
)
def test_thresholds_are_texts(claim: Json, default: Json, threshold: str, activation: Json) -> None:
    expected: dict[str, Json] = {
        f"{SCALER}.triggers.0.metadata.lagThreshold": threshold,
        f"{SCALER}.triggers.0.metadata.activationLagThreshold": activation,
    }
    assert_renders(worker(scaling=claim), expected, platform(scaling={"defaults": {"lagThreshold": default}}))


@pytest.mark.parametrize(
    ("trigger", "default", "threshold"),
    [
        ({}, None, "5"),
        ({}, 50, "50"),
        ({"lagThreshold": 20}, 50, "20"),
        ({"lagThreshold": 5}, 50, "5"),
    ],
)
def test_the_platforms_threshold_is_that_of_further_streams_too(
    trigger: dict[str, Json], default: Json, threshold: str
) -> None:
    further: Json = {"type": "nats-jetstream", "stream": "R", "consumer": "r", **trigger}
    config = platform(scaling={"defaults": {"lagThreshold": default}})
    spec = worker(scaling={"lagThreshold": 7, "triggers": [further]})
    assert_renders(spec, {f"{SCALER}.triggers.1.metadata.lagThreshold": threshold}, config)


def test_every_value_of_every_trigger_is_a_text() -> None:
    made = look(manifests(worker(scaling={"triggers": TRIGGERS})), f"{SCALER}.triggers")
    assert isinstance(made, list)
    assert [trigger["type"] for trigger in made] == ["nats-jetstream", *list(MODELS)[: len(TRIGGERS)]]
    assert {type(value) for trigger in made for value in trigger["metadata"].values()} == {str}


def test_fallback_pause_and_stabilization_are_there_where_asked_for() -> None:
    scaling: Json = {
        "fallback": {"failureThreshold": 3, "replicas": 0},
        "paused": True,
        "scaleDownStabilizationSeconds": 0,
    }
    behavior: Json = {"scaleDown": {"stabilizationWindowSeconds": 0}}
    expected: dict[str, Json] = {
        f"{SCALER}.fallback": {"failureThreshold": 3, "replicas": 0},
        "scaledobject.metadata.annotations": {"autoscaling.keda.sh/paused": "true"},
        f"{SCALER}.advanced": {"horizontalPodAutoscalerConfig": {"behavior": behavior}},
    }
    assert_renders(worker(scaling=scaling), expected)


@pytest.mark.parametrize(
    ("scaling", "path", "message"),
    [
        ({"minReplicas": 5, "maxReplicas": 2}, "minReplicas", "minReplicas must not exceed maxReplicas; got 5 and 2"),
        ({"minReplicas": -1}, "minReplicas", "must be at least 0; got -1"),
        ({"maxReplicas": 0}, "maxReplicas", "must be at least 1; got 0"),
        ({"lagThreshold": 0}, "lagThreshold", "must be at least 1; got 0"),
        ({"lagThreshold": "5"}, "lagThreshold", "must be an integer; got '5'. Hint: remove the quotes"),
        ({"enabled": "no"}, "enabled", "must be true or false; got 'no'. Hint: remove the quotes"),
        ({"fallback": {"replicas": 1}}, "fallback.failureThreshold", "required field missing"),
    ],
)
def test_what_is_refused(scaling: Json, path: str, message: str) -> None:
    assert_rejects(worker(scaling=scaling), f"spec.scaling.{path}", message)
