from dataclasses import replace

import pytest

from function.base.manifest import Manifest
from function.base.meta import Meta
from function.manifests.flink_deployment import CONTAINER, Compute, Image, JobSpec, Pods, manifest
from tests.schemas import violations
from tests.support import look

SMALL = Compute(cpu=0.5, memory="1Gi")
JOB = JobSpec(
    jar="local:///job.jar",
    entry_class=None,
    args=[],
    parallelism=2,
    upgrade_mode="stateless",
    job_manager=SMALL,
    task_manager=Compute(cpu=2, memory="4Gi"),
)


def made(environment: dict[str, str], metrics_port: int | None = None) -> Manifest:
    return manifest(
        Meta("payments", "shop", {"a": "b"}),
        name="payments-p",
        image=Image("flink:1.20.1"),
        version="v1_20",
        configuration={"a": "b"},
        pods=Pods(service_account="flink", environment=environment, metrics_port=metrics_port),
        job=JOB,
    )


def of(pods: Pods, job: JobSpec = JOB, image: Image | None = None, log4j: str | None = None) -> Manifest:
    found = manifest(
        Meta("a", "shop"),
        name="a",
        image=image or Image("flink:1"),
        version="v1_20",
        configuration={"high-availability.type": "kubernetes"},
        pods=pods,
        job=job,
        log4j=log4j,
    )
    assert violations(found) == []
    return found


def test_it_is_an_application_in_native_mode() -> None:
    found = made({})
    assert violations(found) == []
    assert look(found, "spec.mode") == "native"
    assert look(found, "spec.podTemplate") is None
    assert look(found, "spec.job") == {
        "jarURI": "local:///job.jar",
        "parallelism": 2,
        "upgradeMode": "stateless",
        "state": "running",
    }


def test_the_main_container_has_the_name_by_which_the_operator_finds_it() -> None:
    found = made({"B": "2", "A": "1"})
    assert violations(found) == []
    assert CONTAINER == "flink-main-container"
    assert look(found, "spec.podTemplate.spec.containers") == [
        {"name": CONTAINER, "env": [{"name": "A", "value": "1"}, {"name": "B", "value": "2"}]}
    ]


def test_a_port_of_metrics_is_declared_by_its_name() -> None:
    found = made({}, 9249)
    assert violations(found) == []
    assert look(found, "spec.podTemplate.spec.containers") == [
        {"name": CONTAINER, "ports": [{"name": "metrics", "containerPort": 9249}]}
    ]


def test_a_configuration_of_log4j_replaces_that_of_the_operator() -> None:
    found = of(Pods(service_account="flink"), log4j="rootLogger.level = WARN\n")
    assert violations(found) == []
    assert look(found, "spec.logConfiguration") == {"log4j-console.properties": "rootLogger.level = WARN\n"}
    assert look(made({}), "spec.logConfiguration") is None


def test_annotations_are_those_of_all_pods() -> None:
    found = of(Pods(service_account="flink", annotations={"dapr.io/enabled": "true"}))
    assert violations(found) == []
    assert look(found, "spec.podTemplate") == {"metadata": {"annotations": {"dapr.io/enabled": "true"}}}


def test_further_fields_are_those_of_the_pods_and_of_their_container() -> None:
    spec: Manifest = {"nodeSelector": {"disk": "ssd"}}
    container: Manifest = {"volumeMounts": [{"name": "a", "mountPath": "/a"}]}
    found = of(Pods(service_account="flink", labels={"team": "a"}, spec=spec, container=container))
    assert look(found, "spec.podTemplate") == {
        "metadata": {"labels": {"team": "a"}},
        "spec": {"containers": [{"name": CONTAINER, **container}], **spec},
    }


def test_a_savepoint_is_that_of_the_first_start() -> None:
    found = of(Pods(service_account="flink"), replace(JOB, savepoint="s3://a/1", allow_non_restored=True))
    assert look(found, "spec.job.initialSavepointPath") == "s3://a/1"
    assert look(found, "spec.job.allowNonRestoredState") is True
    assert look(made({}), "spec.job.allowNonRestoredState") is None


@pytest.mark.parametrize(
    ("image", "policy"),
    [(Image("flink:1"), "IfNotPresent"), (Image("flink"), "Always"), (Image("flink", "Never"), "Never")],
)
def test_the_pull_policy_is_that_of_the_tag_unless_it_is_given(image: Image, policy: str) -> None:
    assert look(of(Pods(service_account="flink"), image=image), "spec.imagePullPolicy") == policy


def test_several_job_managers_have_one_size() -> None:
    found = of(Pods(service_account="flink"), replace(JOB, job_managers=2))
    assert look(found, "spec.jobManager") == {"replicas": 2, "resource": {"cpu": 0.5, "memory": "1Gi"}}
