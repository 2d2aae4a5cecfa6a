import pytest

from function.apis.infra_binding.deployment.scaling import Scaling
from function.base.manifest import Json, Manifest
from function.base.validation import parse
from tests.bindings import manifests


def scaling(**fields: Json) -> Scaling:
    found, problems = parse(Scaling, {"type": "horizontal", **fields}, "s")
    assert found is not None, problems
    return found


def test_bounds_are_task_managers_and_the_autoscaler_counts_slots() -> None:
    found = scaling(min_replicas=2, max_replicas=8, metrics=[{"type": "cpu", "target_utilization": 65}]).configuration(
        4
    )
    assert found == {
        "job.autoscaler.enabled": "true",
        "job.autoscaler.utilization.target": "0.65",
        "job.autoscaler.vertex.max-parallelism": "32",
        "job.autoscaler.vertex.min-parallelism": "8",
        "jobmanager.scheduler": "adaptive",
    }


@pytest.mark.parametrize("metrics", [[], [{"type": "cpu"}], [{"type": "kafka_lag", "target_value": 10_000}]])
def test_without_a_utilization_it_is_that_of_the_autoscaler(metrics: Json) -> None:
    found = scaling(metrics=metrics).configuration(1)
    assert "job.autoscaler.utilization.target" not in found
    assert found["job.autoscaler.vertex.max-parallelism"] == "10"


def test_a_lag_has_a_reason_why_it_is_not_used() -> None:
    metrics: Json = [{"type": "cpu"}, {"type": "kafka_lag"}]
    assert [place for place, _ in scaling(metrics=metrics).unmanaged()] == ["metrics[1]"]


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"min_replicas": 3, "max_replicas": 2}, "s.min_replicas"),
        ({"min_replicas": 11}, "s.min_replicas"),
        ({"metrics": [{"type": "cpu"}, {"type": "cpu"}]}, "s.metrics[1].type"),
        ({"metrics": [{"type": "kafka_lag", "target_utilization": 50}]}, "s.metrics[0].target_utilization"),
        ({"metrics": [{"type": "memory"}]}, "s.metrics[0].type"),
        ({"type": "vertical"}, "s.type"),
        ({"hpa": {}}, "s.hpa"),
    ],
)
def test_what_no_autoscaler_can_follow_is_refused(fields: Manifest, path: str) -> None:
    problems = parse(Scaling, {"type": "horizontal", **fields}, "s")[1]
    assert [problem.path for problem in problems] == [path]


def test_a_job_has_no_scaler_of_kubernetes_or_keda() -> None:
    resources: Json = {"p": {"image": "flink:1.20.1", "jar": "local:///job.jar"}}
    deployment: Json = {"type": "kubernetes", "scaling": {"type": "horizontal"}}
    made = manifests({"version": "1.0", "environment": "a", "resources": resources, "deployment": deployment})
    assert list(made) == ["flinkdeployment-p", "document"]
