import pytest

from function.apis.infra_binding.flink.process import Process, with_defaults
from function.base.manifest import Json
from function.base.validation import broken_rules, parse
from tests.bindings import process
from tests.cel import judge
from tests.plug_ins.cases import Cases

CASES = Cases(
    whole=process(
        parallelism=128,
        max_parallelism=256,
        task_memory="4gb",
        task_cpu=2,
        managed_memory="1gb",
        network_memory="128mb",
        max_checkpoints=3,
        checkpoint="entry",
        state_backend="entry",
        entry_class="com.example.FlinkJob",
        args=["--fast"],
    ),
    changes={
        "parallelism": 64,
        "max_parallelism": 512,
        "task_memory": "8gb",
        "task_cpu": 0.5,
        "managed_memory": "2gb",
        "network_memory": "64mb",
        "max_checkpoints": 5,
        "checkpoint": "other",
        "state_backend": "other",
        "image": "company/flink:1.19.1",
        "jar": "local:///opt/flink/usrlib/other.jar",
        "entry_class": "com.example.Other",
        "args[0]": "--slow",
    },
    refused=[
        *(("parallelism", 0), ("parallelism", 512), ("parallelism", "128"), ("parallelism", {"min": 32})),
        *(("max_parallelism", 32769), ("max_parallelism", 64), ("task_memory", "4Gi"), ("task_memory", 4)),
        *(("task_cpu", 0), ("task_cpu", "2"), ("managed_memory", "40%"), ("network_memory", "-1mb")),
        *(("max_checkpoints", 0), ("checkpoint", "nobody"), ("state_backend", "nobody"), ("checkpoint", "A")),
        *(("image", "company flink"), ("jar", "https://example.org/job.jar"), ("jar", "local://job.jar")),
        *(("jar", "/opt/flink/job.jar"), ("entry_class", "a b"), ("args", "--fast"), ("args", ["x" * 1025])),
        *(("memory", {"heap": "2gb"}), ("jvm", {}), ("_group", "high")),
    ],
)


@pytest.mark.parametrize(
    ("fields", "holds"),
    [
        ({}, True),
        ({"parallelism": 8}, True),
        ({"max_parallelism": 8}, True),
        ({"parallelism": 8, "max_parallelism": 8}, True),
        ({"parallelism": 9, "max_parallelism": 8}, False),
    ],
)
def test_a_job_never_runs_with_more_than_its_maximum(fields: dict[str, Json], *, holds: bool) -> None:
    rule = Process.rules[0]
    assert judge(rule.cel, "self", fields) == holds
    assert bool(list(broken_rules(Process.model_validate(fields), "spec"))) is not holds


@pytest.mark.parametrize(
    ("cores", "holds"), [(0, False), (0.0, False), (0.09, False), (-1, False), (0.1, True), (1, True), (1.5, True)]
)
def test_the_api_server_compares_cores_as_numbers_with_a_fraction(cores: float, *, holds: bool) -> None:
    rule = Process.rules[1]
    assert judge(rule.cel, "self", {"task_cpu": cores}) == holds
    assert rule.holds(Process.model_construct(task_cpu=cores)) == holds
    assert (parse(Process, {"task_cpu": cores}, "spec")[0] is not None) == holds


def test_cores_need_not_be_set() -> None:
    rule = Process.rules[1]
    assert judge(rule.cel, "self", {})
    assert rule.holds(Process())


def test_too_few_cores_are_reported_once() -> None:
    (problem,) = parse(Process, {"task_cpu": 0}, "spec")[1]
    assert str(problem) == "spec.task_cpu: must be at least 0.1; got 0"


def test_what_a_process_does_not_set_is_that_of_the_defaults() -> None:
    own = Process.model_validate({"parallelism": 128, "args": []})
    defaults = Process.model_validate({"parallelism": 16, "task_memory": "2gb", "args": ["--fast"]})
    merged = with_defaults(own, defaults)
    assert merged.model_dump(exclude_none=True) == {"parallelism": 128, "task_memory": "2gb", "args": []}
    assert own.task_memory is None
