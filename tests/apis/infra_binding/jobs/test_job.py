import pytest

from function.apis.infra_binding.jobs.job import JOB
from function.base.manifest import Json, Manifest
from tests.bindings import binding, config, manifests, process, resolved, storage
from tests.documents import platform
from tests.support import look

KUBERNETES: Json = {"type": "kubernetes"}
RUNNER = platform(
    flink={
        "image": "company/runner:2.0.1",
        "jar": "local:///runner.jar",
        "entryClass": "com.example.Runner",
        "serviceAccount": "runner",
        "jobManager": {"cpu": 0.5, "memory": "1Gi"},
    }
)


def made(settings: Manifest | None = None, /, **fields: Json) -> Manifest:
    """Return the FlinkDeployment of the process p."""
    spec = binding(deployment=KUBERNETES, resources={"p": fields or process()})
    return manifests(spec, settings or platform())[JOB.of("p")]


def test_sizes_are_those_of_a_slot_and_there_is_one_slot() -> None:
    found = made(**process(task_memory="4gb", task_cpu=1.5))
    assert look(found, "spec.taskManager") == {"resource": {"cpu": 1.5, "memory": "4Gi"}}
    assert look(found, "spec.jobManager") == {"replicas": 1, "resource": {"cpu": 1, "memory": "2Gi"}}
    assert look(found, "spec.job.parallelism") == 2


@pytest.mark.parametrize(
    ("memory", "expected"),
    [
        ("1.5Gi", "1536Mi"),
        (".75Gi", "768Mi"),
        ("1000.5Mi", "1000Mi"),
        ("2G", "1907Mi"),
        ("1e9", "953Mi"),
        ("2147483648", "2048Mi"),
        ("2Gi", "2Gi"),
        ("1536Mi", "1536Mi"),
        ("2097152Ki", "2097152Ki"),
    ],
)
def test_the_operator_takes_whole_amounts_of_memory(memory: str, expected: str) -> None:
    """It turns 1.5Gi into the number 1610612736.0, which Flink cannot read, and 2G into 2Gi."""
    found = made(platform(flink={"jobManager": {"memory": memory}}), **process())
    assert look(found, "spec.jobManager.resource.memory") == expected


def test_replicas_of_task_managers_are_not_set_because_then_parallelism_would_be_ignored() -> None:
    assert look(made(), "spec.taskManager.replicas") is None


def test_without_checkpoints_an_upgrade_starts_with_empty_state() -> None:
    assert look(made(), "spec.job.upgradeMode") == "stateless"
    stored = binding(deployment=KUBERNETES, resources={"p": process()}, checkpoints={"a": storage()})
    assert look(manifests(stored)[JOB.of("p")], "spec.job.upgradeMode") == "last-state"


def test_the_jar_of_the_platform_is_told_which_process_it_runs() -> None:
    found = made(RUNNER, parallelism=2)
    assert look(found, "spec.job.args") == ["--process=p", "--environment=production"]
    assert look(found, "spec.job.entryClass") == "com.example.Runner"
    assert look(found, "spec.image") == "company/runner:2.0.1"
    assert look(found, "spec.flinkVersion") == "v2_0"
    assert look(found, "spec.serviceAccount") == "runner"
    assert look(found, "spec.jobManager.resource") == {"cpu": 0.5, "memory": "1Gi"}


def test_a_jar_of_its_own_gets_only_its_own_arguments() -> None:
    found = made(RUNNER, **process())
    assert look(found, "spec.job.args") is None
    assert look(found, "spec.job.entryClass") is None
    assert look(made(RUNNER, args=[]), "spec.job.args") is None
    assert look(made(RUNNER, args=["--x"]), "spec.job.args") == ["--x"]


@pytest.mark.parametrize(("image", "policy"), [("flink:1.20.1", "IfNotPresent"), ("flink:latest", "Always")])
def test_the_pull_policy_is_that_of_the_tag(image: str, policy: str) -> None:
    found = made(platform(flink={"version": "v1_20"}), **process(image=image))
    assert look(found, "spec.imagePullPolicy") == policy


@pytest.mark.parametrize("image", ["flink:1.20", "flink:latest"])
def test_a_plug_in_is_not_enabled_if_the_tag_names_no_release(image: str) -> None:
    spec = binding(deployment=KUBERNETES, checkpoints={"a": storage()}, resources={"p": process(image=image)})
    found = manifests(spec, platform(flink={"version": "v1_20"}))[JOB.of("p")]
    assert look(found, "spec.podTemplate.spec.containers.0.env") is None


@pytest.mark.parametrize("deployment", [None, {"type": "yarn"}, {"type": "standalone"}])
def test_where_nothing_deploys_it_the_document_has_the_whole_configuration(deployment: Json) -> None:
    spec = binding(deployment=deployment, checkpoints={"a": storage()}, resources={"p": process(task_memory="2gb")})
    found = manifests(spec)
    assert list(found) == ["document"]
    text = found["document"]["data"]
    assert isinstance(text, dict)
    assert "taskmanager.memory.process.size: 2gb\n" in text["p.flink.yaml"]
    assert "execution.checkpointing.dir: s3://company-checkpoints/auth\n" in text["p.flink.yaml"]
    assert '"resources.p": "deployment.type is not kubernetes' in text["unmanaged.yaml"]


def test_each_process_has_a_job_with_a_key_that_follows_its_name() -> None:
    spec = binding(deployment=KUBERNETES, resources={"_defaults": process(), "b_c": {}, "a": {}})
    assert list(manifests(spec)) == ["flinkdeployment-a", "flinkdeployment-b_c", "document"]
    found = resolved(deployment=KUBERNETES, resources={"_defaults": process(), "b_c": {}}).jobs
    assert [(job.path, job.key) for job in found] == [("resources.b_c", "flinkdeployment-b_c")]
    assert config().flink.image is None
