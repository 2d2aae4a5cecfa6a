import pytest
from pydantic import ValidationError

from function.base.manifest import Json
from function.base.validation import broken_rules
from function.platform.flink import Flink, JobManager


@pytest.mark.parametrize(
    "fields",
    [
        {"version": "1.20"},
        {"version": 1.2},
        {"version": "v1_16"},
        {"image": "a b"},
        {"jar": "https://example.org/job.jar"},
        {"jar": "local://job.jar"},
        {"entryClass": "a b"},
        {"serviceAccount": "Flink"},
        {"highAvailability": "yes"},
        {"jobManager": {"cpu": 0}},
        {"jobManager": {"memory": "2gb"}},
        {"jobManager": {"replicas": 2}},
    ],
)
def test_what_the_operator_would_refuse_is_refused(fields: dict[str, Json]) -> None:
    with pytest.raises(ValidationError):
        Flink.model_validate(fields)


@pytest.mark.parametrize(
    ("memory", "holds"),
    [("2Gi", True), ("704Mi", True), ("703Mi", False), ("1", False), ("1G", True), ("512Mi", False)],
)
def test_a_job_manager_needs_memory_to_start(memory: str, *, holds: bool) -> None:
    assert bool(list(broken_rules(JobManager.model_validate({"memory": memory}), "spec"))) is not holds


def test_whole_cores_are_shown_as_whole_numbers() -> None:
    assert JobManager.model_validate({"cpu": 2.0}).model_dump()["cpu"] == 2
    assert isinstance(JobManager.model_validate({"cpu": 2.0}).cpu, int)
    assert JobManager.model_validate({"cpu": 0.5}).cpu == 0.5
